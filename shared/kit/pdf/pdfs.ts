import { gather } from '../batch/gather';
import { helperProcess } from '../process/helperProcess';
import { type PdfDocument, type PdfReply } from './pdfDocument';

type Answer = Exclude<PdfReply, { readonly type: 'ready' }>;

export type Pdfs = {
  /**
   * The document as a PDF file. The same document gives the same file.
   * @throws {Overloaded} when too many wait already.
   */
  draw(document: PdfDocument): Promise<Buffer>;
  close(): Promise<void>;
};

/** A hundred pages take some three seconds of a processor. */
const defaultTimeoutMs = 60_000;
const defaultMaxWaiting = 50;

/** Where all documents are drawn: one at a time, in a process of its own that is there while it has work. */
export function openPdfs({
  timeoutMs = defaultTimeoutMs,
  maxWaiting = defaultMaxWaiting,
}: { readonly timeoutMs?: number; readonly maxWaiting?: number } = {}): Pdfs {
  const helper = helperProcess<PdfDocument, Answer>({
    folder: __dirname,
    name: 'pdfProcess',
    timeoutMs,
    heapMegabytes: 256,
  });

  async function drawn(document: PdfDocument): Promise<Buffer> {
    const answer = await helper.ask(document);
    if (typeof answer === 'string') throw new Error(`the process that draws documents ${answer}`);
    if (answer.type === 'failed') throw new Error(`a document cannot be drawn: ${answer.message}`);
    return Buffer.from(answer.bytes);
  }
  const queue = gather<PdfDocument, Buffer>({
    name: 'draw documents',
    maxBatch: 1,
    maxWaiting,
    run: (documents) => Promise.allSettled(documents.map(drawn)),
  });

  return {
    draw: (document) => queue.add(document),
    async close() {
      await queue.close();
      helper.close();
    },
  };
}
