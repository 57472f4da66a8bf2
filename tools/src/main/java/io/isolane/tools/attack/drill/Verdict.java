package io.isolane.tools.attack.drill;

/** How an attack ended. */
public enum Verdict {
    /** The attacker gained nothing. */
    HELD("held"),
    /** The attacker got what it wanted, or its neighbours paid for it. */
    FELL("FELL"),
    /** There is nothing to attack, or no way to tell. */
    NOT_APPLICABLE("-");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As tables have it. */
    public String word() {
        return word;
    }
}
