import PDFKit from 'pdfkit';
import { Drawing } from './drawing';
import { drawTable } from './drawTable';
import { type FontName, fontFiles } from './fonts';
import { type PdfBlock, type PdfDocument } from './pdfDocument';

/** The document as a PDF file: real text, of its fonts only what stands in it. Some 30 ms a page. */
export function drawPdf(document: PdfDocument): Promise<Buffer> {
  const { language, title, issuer, issuedAt } = document;
  const pdf = new PDFKit({
    size: 'A4',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: issuer, CreationDate: issuedAt, ModDate: issuedAt },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('error', reject).on('end', () => {
      resolve(Buffer.concat(chunks));
    });
  });
  for (const name of Object.keys(fontFiles) as FontName[]) pdf.registerFont(name, fontFiles[name]);
  const drawing = new Drawing(pdf);
  drawHead(drawing, document);
  for (const block of document.blocks) drawBlock(drawing, block);
  drawFeet(drawing, document);
  pdf.end();
  return whole;
}

function drawHead(drawing: Drawing, { title, number }: PdfDocument): void {
  const beside = number === undefined ? 0 : drawing.widthOf(number, { size: 10 }) + 12;
  const look = { size: 18, font: 'strong', width: drawing.width - beside } as const;
  drawing.text(title, look);
  if (number !== undefined) drawing.text(number, { size: 10, down: 9, align: 'right', colour: 'soft' });
  drawing.move(drawing.heightOf(title, look) + 8);
  drawing.line(1);
  drawing.move(12);
}

function drawBlock(drawing: Drawing, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading': {
      const look = { size: 11, font: 'strong' } as const;
      drawing.room(48);
      drawing.move(8);
      drawing.text(block.text, look);
      drawing.move(drawing.heightOf(block.text, look) + 6);
      return;
    }
    case 'facts':
      drawFacts(drawing, block.facts);
      return;
    case 'table':
      drawTable(drawing, block);
      return;
    case 'note': {
      const look = { size: 8.5, colour: 'soft' } as const;
      const height = drawing.heightOf(block.text, look) + 4;
      drawing.room(height);
      drawing.text(block.text, look);
      drawing.move(height);
    }
  }
}

function drawFacts(drawing: Drawing, facts: readonly (readonly [string, string])[]): void {
  const column = drawing.width / 2;
  const nameWidth = 84;
  const valueLook = { size: 9.5, width: column - nameWidth - 12 } as const;
  for (let at = 0; at < facts.length; at += 2) {
    const pair = facts.slice(at, at + 2);
    const height = Math.max(...pair.map(([, value]) => drawing.heightOf(value, valueLook)));
    drawing.room(height + 4);
    pair.forEach(([name, value], index) => {
      drawing.text(name, { size: 9.5, colour: 'soft', right: index * column, width: nameWidth });
      drawing.text(value, { ...valueLook, right: index * column + nameWidth });
    });
    drawing.move(height + 4);
  }
  drawing.move(6);
}

/** At last, since only then it is known how many pages there are. */
function drawFeet(drawing: Drawing, { language, issuer, number }: PdfDocument): void {
  const { count } = drawing.pages();
  for (let page = 0; page < count; page += 1) {
    const counted =
      language === 'zh-CN' ? `第 ${page + 1} 页 / 共 ${count} 页` : `Page ${page + 1} of ${count}`;
    drawing.foot(page, number === undefined ? issuer : `${issuer} · ${number}`, counted);
  }
}
