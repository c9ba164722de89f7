/** The process that draws documents: started by pdfs.ts, which ends it when a document takes too long. */
import { constants, setPriority } from 'node:os';
import { drawPdf } from './drawPdf';
import { type PdfDocument, type PdfReply } from './pdfDocument';

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const tell = (reply: PdfReply) => process.send?.(reply);

// The parent decides when this process ends; without a parent nobody needs it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (document: PdfDocument) => {
  drawPdf(document).then(
    (bytes) => tell({ type: 'drawn', bytes }),
    (error: unknown) => tell({ type: 'failed', message: String(error) }),
  );
});
tell({ type: 'ready' });
