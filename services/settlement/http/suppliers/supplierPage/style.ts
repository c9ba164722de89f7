export const supplierPageStyle = `
:root { color-scheme: light; font: 16px/1.5 system-ui, -apple-system, 'PingFang SC', 'Noto Sans CJK SC', sans-serif; }
body { margin: 0; background: #f6f7f3; color: #1f2a22; }
main { max-width: 40rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
header { display: flex; justify-content: space-between; align-items: flex-start; gap: 1rem; }
h1 { margin: 0; font-size: 1.375rem; }
h2 { margin: 0 0 .5rem; font-size: 1.0625rem; }
p { margin: 0 0 .75rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 1rem 0; }
dt { color: #55605a; } dd { margin: 0; }
section, form { background: #fff; border-radius: 1rem; padding: 1rem; margin-top: 1rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .75rem 0; border-top: 1px solid #e3e7e0; }
li:first-child { border-top: 0; padding-top: 0; }
.row { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
.soft { color: #55605a; font-size: .875rem; }
.figure { font-variant-numeric: tabular-nums; white-space: nowrap; text-align: right; }
.notice { background: #e6f2e9; border-radius: .75rem; padding: .75rem 1rem; margin-top: 1rem; }
.problem { background: #fbe9e6; color: #8c2117; }
input { width: 5.5rem; min-height: 2.75rem; padding: 0 .5rem; border: 1px solid #8a978f; border-radius: .5rem; font: inherit; text-align: right; }
textarea { box-sizing: border-box; width: 100%; min-height: 4rem; padding: .5rem; border: 1px solid #8a978f; border-radius: .5rem; font: inherit; }
label { display: block; }
button { width: 100%; min-height: 3.25rem; margin-top: 1rem; border: 2px solid #1e6b3c; border-radius: 1.625rem; background: #1e6b3c; color: #fff; font: inherit; font-weight: 600; }
button.second { background: #fff; color: #1e6b3c; }
:focus-visible { outline: 3px solid #f2b632; outline-offset: 2px; }
header a { display: inline-flex; align-items: center; min-height: 2.75rem; color: #1e6b3c; }
`;
