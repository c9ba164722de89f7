import { errorTable } from '#shared/contracts/errors';
import { escapeHtml, htmlPage } from './style';

const rows = Object.entries(errorTable).sort(
  ([aCode, a], [bCode, b]) => a.status - b.status || aCode.localeCompare(bCode),
);

/** The error table for people, in both languages; each row can be linked to: `/docs/errors#OUT_OF_STOCK`. */
export const errorsPage = htmlPage(
  'Errors · 错误码 – Lintuan',
  `<main><h1>Errors · 错误码</h1>
<p>Every refusal is a problem document (RFC 9457); <code>code</code> is stable, the words may change.</p>
<p>每个错误都是一份 problem 文档，<code>code</code> 固定不变，文字可能调整。</p>
<p><a href="/docs">API reference · 接口文档</a></p>
<div class="scroll"><table><thead><tr><th>Code</th><th>Status</th><th>English</th><th>中文</th></tr></thead><tbody>${rows
    .map(
      ([code, { status, en, zh }]) =>
        `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(en)}</td><td lang="zh-CN">${escapeHtml(zh)}</td></tr>`,
    )
    .join('')}</tbody></table></div></main>`,
);

/** The same as Markdown, for the repository. */
export const errorsMarkdown = [
  '# Errors',
  '',
  'Generated from the contracts by `npm run docs:generate`. Every refusal is an RFC 9457 problem document; `code` is stable, the',
  'words may change.',
  '',
  '| code | status | English | 中文 |',
  '| --- | --- | --- | --- |',
  ...rows.map(([code, { status, en, zh }]) => `| \`${code}\` | ${status} | ${en} | ${zh} |`),
  '',
].join('\n');
