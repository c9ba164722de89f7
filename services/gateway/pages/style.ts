/** The look of the gateway's own pages: calm, readable, light and dark. */
const pageStyle = `
:root{color-scheme:light dark;--paper:#f7f4ec;--card:#fffdf8;--ink:#20302a;--soft:#5d6b64;--leaf:#2c7a4b;--line:#e3ddcd}
@media (prefers-color-scheme:dark){:root{--paper:#141a17;--card:#1c2420;--ink:#e9efe9;--soft:#a3b0a8;--leaf:#7fcf9c;--line:#2d3832}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif}
main{max-width:64rem;margin:0 auto;padding:3rem 1.25rem}
.centre{min-height:100vh;display:grid;place-content:center;justify-items:center;text-align:center;gap:.5rem}
.centre svg{width:5rem;height:5rem}
h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0}
p{margin:.25rem 0;color:var(--soft)}
a{color:var(--leaf)}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,monospace;background:var(--line);padding:.1em .4em;border-radius:.3em;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:.75rem;overflow:hidden;margin:1rem 0 2rem}
th,td{text-align:left;vertical-align:top;padding:.6rem .8rem;border-top:1px solid var(--line)}
th{font-size:.85rem;color:var(--soft)}
tr:target{outline:2px solid var(--leaf)}
.scroll{overflow-x:auto}
`;

export const logo =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" fill="#2c7a4b"/><path d="M7 22C7 12 14 8 25 8c0 11-5 16-13 15M7 25c3-6 7-9 12-11" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>';

/** The logo as the browser's icon. */
export const icon = `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(logo.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '))}">`;

/** A whole page around `body`, which must be safe HTML. */
export const htmlPage = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>${icon}<style>${pageStyle}</style>${head}</head><body>${body}</body></html>`;

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
