import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export type ReadPdf = { readonly title: string; readonly pages: readonly string[] };

/** In a process of its own: the reader is an ES module, which jest does not load. */
const reader = `
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const pdf = await getDocument({ data: new Uint8Array(Buffer.concat(chunks)), verbosity: 0 }).promise;
const { info } = await pdf.getMetadata();
const pages = [];
for (let at = 1; at <= pdf.numPages; at += 1) {
  const { items } = await (await pdf.getPage(at)).getTextContent();
  pages.push(items.map(({ str, hasEOL }) => str + (hasEOL ? '\\n' : '')).join(''));
}
process.stdout.write(JSON.stringify({ title: info.Title, pages }));
`;

/** What a reader finds in a PDF: its title, and the text of each page. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const running = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', reader], {
    maxBuffer: 64 * 1024 * 1024,
  });
  running.child.stdin?.end(bytes);
  return JSON.parse((await running).stdout) as ReadPdf;
}
