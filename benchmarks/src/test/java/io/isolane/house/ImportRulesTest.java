package io.isolane.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.nio.channels.NetworkChannel;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

/** Who may import what: the design's picture of the modules, checked on the compiled classes of all of them. */
final class ImportRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.isolane");

    private static final Set<String> STARTS_OR_HOLDS_A_THREAD =
            Set.of("<init>", "start", "startVirtualThread", "ofVirtual", "ofPlatform", "sleep", "join");

    @Test
    void shouldImportDownwardOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("io.isolane.core..")
                .layer("dataplane")
                .definedBy("io.isolane.dataplane..")
                .layer("tools")
                .definedBy("io.isolane.tools..")
                .layer("benchmarks")
                .definedBy("io.isolane.benchmarks..")
                .whereLayer("dataplane")
                .mayOnlyBeAccessedByLayers("tools", "benchmarks")
                .whereLayer("tools")
                .mayOnlyBeAccessedByLayers("benchmarks")
                .whereLayer("benchmarks")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoCycleOfPackages() {
        slices().matching("io.isolane.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** The C reference is native code of this module, which no library of the system has: it is called where it is compared. */
    @Test
    void shouldMakeNativeCallsInOnePackageOnlyButForTheCReference() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.isolane.dataplane.linux")
                .and()
                .doNotHaveFullyQualifiedName("io.isolane.benchmarks.reference.CLibrary")
                .should()
                .dependOnClassesThat(belongToAnyOf(Linker.class, SymbolLookup.class, FunctionDescriptor.class))
                .check(CLASSES);
    }

    @Test
    void shouldNotLogInCoreNorInThePipeline() {
        noClasses()
                .that()
                .resideInAnyPackage("io.isolane.core..", "io.isolane.dataplane.pipeline..")
                .should()
                .dependOnClassesThat(belongToAnyOf(System.Logger.class, System.LoggerFinder.class))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoThreadsInCore() {
        noClasses()
                .that()
                .resideInAPackage("io.isolane.core..")
                .should()
                .dependOnClassesThat(assignableTo(Executor.class)
                        .or(assignableTo(ThreadFactory.class))
                        .or(assignableTo(Timer.class)))
                .orShould()
                .beAssignableTo(Thread.class)
                .orShould()
                .callCodeUnitWhere(startsOrHoldsAThread())
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoSocketsInCore() {
        noClasses()
                .that()
                .resideInAPackage("io.isolane.core..")
                .should()
                .dependOnClassesThat(assignableTo(NetworkChannel.class).or(assignableTo(Selector.class)))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "javax.net..", "io.netty..")
                .check(CLASSES);
    }

    @Test
    void shouldUseNettyOnlyForSocketsAndTheControlInterface() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.isolane.dataplane.port.socket..", "io.isolane.tools.control..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepLibrariesOutOfCore() {
        noClasses()
                .that()
                .resideInAPackage("io.isolane.core..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "io.isolane.core..", "org.jspecify.annotations")
                .check(CLASSES);
    }

    @Test
    void shouldGiveNamesThatSaySomething() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$](Abstract|Base)[A-Z].*")
                .orShould()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)([A-Z$].*)?")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> startsOrHoldsAThread() {
        return DescribedPredicate.describe(
                "start a thread or wait for one",
                call -> call.getTargetOwner().isAssignableTo(Thread.class)
                        && STARTS_OR_HOLDS_A_THREAD.contains(call.getName()));
    }
}
