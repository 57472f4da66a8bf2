package io.isolane.tools.bench.page;

/** The look of the page; {@link io.isolane.tools.bench.chart.Palette} has that of the pictures. Stateless. */
final class Style {
    /** Without the characters that HTML and XML read differently. */
    static final String CSS = """
            :root{--page:#f4f6f8;--paper:#ffffff;--ink:#1b1f24;--dim:#525b66;--rule:#d8dee4;--link:#0b5cad;--warn:#8a5a00;\
            --warn-paper:#fff8e6;--code:#eef1f4}
            @media screen and (prefers-color-scheme:dark){:root{--page:#0d1117;--paper:#161b22;--ink:#e9edf2;--dim:#a9b4bf;\
            --rule:#30363d;--link:#7ab8ff;--warn:#f0c25a;--warn-paper:#221c0c;--code:#21262d}}
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%}
            body{margin:0 auto;max-width:80rem;padding:1.5rem 1.25rem 4rem;background:var(--page);color:var(--ink);\
            font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
            font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
            .kicker{margin:0;color:var(--dim);font-size:.85rem;letter-spacing:.03em}
            h1{margin:.1rem 0 1rem;font-size:1.75rem;line-height:1.2}
            h2{margin:0 0 .3rem;font-size:1.25rem}
            main section{margin-top:2.5rem}
            .lead{max-width:46rem;margin:0 0 .9rem;color:var(--dim)}
            .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:.8rem 1.5rem;\
            margin:0 0 1.25rem;padding:1rem;background:var(--paper);border:1px solid var(--rule);border-radius:8px}
            .fact.wide{grid-column:1/-1}
            dt{color:var(--dim);font-size:.8rem}
            dd{margin:0}
            code{display:block;padding:.45rem .6rem;background:var(--code);border-radius:5px;\
            font:.85rem/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
            .remarks{padding:.9rem 1rem;background:var(--warn-paper);border:1px solid var(--rule);\
            border-left:4px solid var(--warn);border-radius:8px}
            .remarks h2{font-size:1rem}
            .remarks ul,.ending{margin:0;padding-left:1.2rem}
            .ending{padding:0;font-weight:600}
            .remarks details{margin-top:.3rem}
            .where{color:var(--dim);font-size:.85rem}
            nav{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin-top:1.5rem;padding-bottom:.6rem;\
            border-bottom:1px solid var(--rule)}
            a{color:var(--link)}
            .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,32rem),1fr));gap:1rem;\
            align-items:start}
            .figures.small{grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));margin-top:.6rem}
            figure{margin:0;max-width:46rem;overflow:hidden;background:var(--paper);border:1px solid var(--rule);\
            border-radius:8px}
            details{margin-top:1rem}
            summary{cursor:pointer;color:var(--link);padding:.3rem 0}
            .table{margin:1rem 0;background:var(--paper);border:1px solid var(--rule);border-radius:8px}
            h3{margin:0;padding:.6rem .8rem .3rem;font-size:.95rem}
            .scroll{overflow-x:auto;border-radius:8px}
            .scroll:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
            table{border-collapse:collapse;min-width:100%;font-size:.88rem}
            th,td{padding:.35rem .8rem;border-top:1px solid var(--rule);text-align:right;white-space:nowrap;\
            overflow-wrap:normal}
            thead th{border-top:0;color:var(--dim);font-weight:500;vertical-align:bottom}
            tbody th{font-weight:500}
            tr :first-child{position:sticky;left:0;background:var(--paper)}
            :is(.text1,.text2,.text3,.text4) :first-child,:is(.text2,.text3,.text4) :nth-child(2),:is(.text3,.text4) :nth-child(3),\
            .text4 :nth-child(4){text-align:left}
            @media print{body{max-width:none;padding:0;background:#fff}nav{display:none}.remarks,.facts{break-inside:avoid}
            .scroll{overflow:visible}table{font-size:.7rem}}
            """;

    private Style() {}
}
