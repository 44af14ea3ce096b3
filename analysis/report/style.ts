/** How the page looks: on a screen, light or dark, on a phone, on A4 paper. Contrasts are those of WCAG 2.1 AA. */
import { THEMES, type Theme } from '../charts/runtime/theme.js';
import { ALL_SECTIONS } from '../charts/sections.js';

/** Sections that begin a sheet of paper. */
const PRINTED = [...ALL_SECTIONS, 'headline', 'parameters'];

/** The style sheet; `fonts` are the declarations of the fonts that it names. */
export function styleSheet(fonts: string): string {
  return `${fonts}
:root{${variables(THEMES.light)}--link:#005a9c;--good:#00598c;--bad:#9c3f05;--soft:#f6f7f9;--line:#d5dae1;color-scheme:light}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${darkVariables()}}}
@media screen{:root[data-theme=dark]{${darkVariables()}}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:4rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:400 17px/1.5 "Source Sans 3",system-ui,sans-serif}
main,.bar>div{max-width:1240px;margin:0 auto;padding:0 20px}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px;z-index:9}
#head{position:sticky;top:0;z-index:5}
.bar{background:var(--paper);border-bottom:1px solid var(--line)}
.bar>div{display:flex;gap:10px;align-items:center;min-height:52px;flex-wrap:wrap}
.bar strong{margin-right:auto}
button,select{font:inherit;font-size:15px;color:var(--ink);background:var(--soft);border:1px solid var(--muted);border-radius:6px;padding:5px 12px;cursor:pointer;max-width:100%}
button:hover{border-color:var(--ink)}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1{font-size:34px;line-height:1.15;margin:32px 0 8px;font-weight:600;text-wrap:balance}
h2{font-size:26px;line-height:1.2;margin:48px 0 8px;font-weight:600}
h3{font-size:18px;line-height:1.3;margin:0 0 6px;font-weight:600}
section>h3{margin-top:24px}
.question{font-size:20px;max-width:62em}
.answer{border-left:5px solid var(--link);background:var(--soft);padding:10px 20px;font-size:19px}
.answer p{margin:8px 0}
.cautions,.note,.hint,.intro,.summary{max-width:78em}
.cautions,.note,.hint{color:var(--muted);font-size:15px}
.toc{columns:3 220px;font-size:16px;padding:0;list-style:none;margin:16px 0}
.toc li{margin:2px 0}
.key{list-style:none;padding:0;margin:8px 0}
.key li{margin:5px 0}
.key .title{margin:0 6px}
.swatch{display:inline-block;width:22px;height:12px;border-radius:3px;margin:0 7px 0 3px}
${THEMES.light.scenarios.map((_, i) => `.s${i}{background:var(--s${i})}`).join('')}
.tag{font-size:13px;border:1px solid var(--muted);border-radius:9px;padding:0 8px;font-weight:400}
code{font-family:ui-monospace,monospace;font-size:.84em;overflow-wrap:anywhere}
pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:12px;overflow-x:auto}
.figures{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:34px 30px}
figure{margin:0;min-width:0}
figure.wide{grid-column:1/-1}
.drawing{width:100%;min-height:120px}
canvas{display:block;max-width:100%}
.summary{margin:8px 0 4px;font-size:16px}
.note{margin:4px 0 8px}
.tools{display:flex;gap:8px;margin:6px 0}
.tools button{font-size:14px;padding:3px 10px}
details>summary{cursor:pointer;font-size:15px;color:var(--link);width:fit-content}
.scroll{overflow:auto;max-height:70vh;border:1px solid var(--line);border-radius:6px;margin:8px 0}
.whole{max-height:none}
table{border-collapse:collapse;font-size:15px;width:100%}
caption{text-align:left;font-weight:600;padding:8px 10px}
caption span{display:inline-block;position:sticky;left:10px;max-width:min(100%,calc(100vw - 52px))}
th,td{padding:5px 10px;text-align:left;vertical-align:top;border-top:1px solid var(--line);font-weight:400}
thead th{position:sticky;top:0;background:var(--soft);font-weight:600;vertical-align:bottom}
${[2, 3, 4].map((c) => `.from${c} td:nth-child(n+${c}),.from${c} thead th:nth-child(n+${c})`).join(',')}{text-align:right;font-variant-numeric:tabular-nums}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .n{white-space:normal}
.headline td.n{min-width:8.5em}
.unit{color:var(--muted)}
.verdict{display:block;font-size:13px;color:var(--muted)}
.good,.good .verdict{color:var(--good);font-weight:600}
.bad,.bad .verdict{color:var(--bad);font-weight:600}
.told{font-weight:600}
.unclear{color:var(--muted)}
.map-controls{border:1px solid var(--line);border-radius:6px;display:flex;gap:10px 18px;flex-wrap:wrap;margin:6px 0 12px;padding:8px 14px}
.map-controls label{display:flex;gap:6px;align-items:center;flex-wrap:wrap}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:6px 24px}
.facts dt{color:var(--muted);font-size:14px}
.facts dd{margin:0}
figure[data-chart=map] .drawing{max-width:860px}
@media screen and (max-width:820px){.figures{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:560px){body{font-size:16px}h1{font-size:26px}h2{font-size:22px}.answer{padding:6px 12px;font-size:17px}main,.bar>div{padding:0 14px}.headline td.n{min-width:7em}th,td{padding:5px 7px}}
@page{size:A4;margin:14mm}
@media print{
body{font-size:10pt}
#head,.tools,.skip,.hint,.map-controls,.toc,details,.noscript{display:none}
main{max-width:none;padding:0}
h1{font-size:20pt;margin-top:0}h2{font-size:15pt;break-after:avoid}h3{font-size:11pt;break-after:avoid}
.question,.answer{font-size:10pt}.summary{font-size:9pt;line-height:1.35}.cautions{font-size:8.5pt}.note{font-size:7.5pt;line-height:1.35}
figure,#headline,#reproduce{break-inside:avoid}
${PRINTED.map((id) => `#${id}`).join(',')}{break-before:page}
.figures{gap:14px 18px}
canvas{width:100%!important;height:auto!important;max-height:185mm;object-fit:contain}
pre{break-inside:avoid}
figure[data-chart=map] .drawing{max-width:130mm}
.scroll{overflow:visible;max-height:none;border:0}
table{font-size:8.5pt}.headline td.n{min-width:0}
tr{break-inside:avoid}
.n{white-space:normal}
thead th{position:static}
a{color:inherit;text-decoration:none}
}`;
}

function variables({ paper, ink, muted, scenarios }: Theme): string {
  return `--paper:${paper};--ink:${ink};--muted:${muted};${scenarios.map((one, i) => `--s${i}:${one};`).join('')}`;
}

function darkVariables(): string {
  return `${variables(THEMES.dark)}--link:#7cc4ff;--good:#7cc4ff;--bad:#ffab73;--soft:#1d2228;--line:#39414a;color-scheme:dark`;
}
