import { createHash } from 'node:crypto';
import { trusted } from './html';

/** Fresh green and calm; every pair of colours has a contrast of at least 4.5, every target is at least 44 px high. */
const style = `
:root{color-scheme:light;--leaf:#0b7a3b;--leaf-dark:#075c2c;--mist:#eef7f0;--ink:#14261b;--soft:#4a5f52;--line:#d5e5da;--red:#a3271f}
*{box-sizing:border-box;margin:0}
body{font:16px/1.5 -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif;color:var(--ink);background:linear-gradient(#dff1e4,var(--mist) 40%);min-height:100vh;padding:16px}
main{max-width:420px;margin:0 auto;background:#fff;border-radius:20px;padding:24px 20px;box-shadow:0 8px 32px rgba(11,122,59,.12)}
header{display:flex;align-items:center;justify-content:space-between;max-width:420px;margin:0 auto 12px}
header a{display:inline-flex;align-items:center;min-height:44px;padding:0 12px;color:var(--leaf-dark)}
.brand{display:flex;align-items:center;gap:10px;font-weight:600}
.mark{display:grid;place-items:center;width:36px;height:36px;border-radius:12px;background:var(--leaf);color:#fff;font-size:18px}
h1{font-size:20px;text-align:center}
.note{text-align:center;color:var(--soft);font-size:14px;margin-top:4px}
.amount{text-align:center;font-size:44px;font-weight:700;letter-spacing:-1px;margin:16px 0 20px;font-variant-numeric:tabular-nums}
.amount span{display:block;font-size:14px;font-weight:400;letter-spacing:0;color:var(--soft)}
fieldset{border:0;padding:0;margin-bottom:16px}
legend,label.text{display:block;font-weight:600;margin-bottom:8px}
.method{display:flex;align-items:center;gap:12px;min-height:52px;padding:0 14px;border:1px solid var(--line);border-radius:14px;margin-bottom:8px;cursor:pointer}
.method:has(:checked){border-color:var(--leaf);background:var(--mist)}
.method input{width:20px;height:20px;accent-color:var(--leaf)}
input.number{width:100%;min-height:48px;padding:0 14px;border:1px solid #7c9485;border-radius:14px;font:inherit;font-variant-numeric:tabular-nums}
.hint{font-size:13px;color:var(--soft);margin:6px 0 16px}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:50px;border-radius:16px;border:0;font:inherit;font-weight:600;cursor:pointer;text-decoration:none;margin-top:10px}
.primary{background:var(--leaf);color:#fff}
.primary:hover{background:var(--leaf-dark)}
.quiet{background:#fff;color:var(--leaf-dark);border:1px solid var(--line)}
.alert{background:#fdeeed;color:var(--red);border-radius:12px;padding:10px 14px;margin-bottom:16px}
.result{display:grid;place-items:center;width:72px;height:72px;margin:8px auto 12px;border-radius:50%;background:var(--mist);color:var(--leaf);font-size:36px;line-height:1}
.result.bad{background:#fdeeed;color:var(--red)}
form:has([value=alipay]:checked,[value=wechat_pay]:checked) .card{display:none}
:focus-visible{outline:3px solid #f0a500;outline-offset:2px}
`;

/** The style sheet as an element; in one piece, because the policy's hash is of exactly these characters. */
export const styleElement = trusted(`<style>${style}</style>`);

/** The source in a content security policy that allows this style sheet and no other. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
