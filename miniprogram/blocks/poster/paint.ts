import { qrSquares } from '@/design/qrSquares';
import { type Drawable, type Pen } from '@/platform/canvasTypes';
import { type Mark, type Measure, type TextLook } from './types';

const family = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif';
const emptyPlate = '#efebdf';

type Of<Kind extends Mark['kind']> = Extract<Mark, { kind: Kind }>;
export type Pictures = ReadonlyMap<string, Drawable>;

const fontOf = ({ size, bold = false }: TextLook): string =>
  `${bold ? 'bold' : 'normal'} ${size}px ${family}`;

/** Measures with the pen that will write. */
export const measureWith =
  (pen: Pen): Measure =>
  (text, look) => {
    pen.font = fontOf(look);
    return pen.measureText(text).width;
  };

const outline = (pen: Pen, { x, y, width, height, round }: Of<'picture'>) => {
  pen.beginPath();
  pen.moveTo(x + round, y);
  pen.arcTo(x + width, y, x + width, y + height, round);
  pen.arcTo(x + width, y + height, x, y + height, round);
  pen.arcTo(x, y + height, x, y, round);
  pen.arcTo(x, y, x + width, y, round);
  pen.closePath();
};

/** The middle of the picture, so that it fills its place; an empty plate where there is none. */
const paintPicture = (pen: Pen, mark: Of<'picture'>, picture: Drawable | undefined) => {
  pen.save();
  outline(pen, mark);
  pen.clip();
  pen.fillStyle = emptyPlate;
  pen.fillRect(mark.x, mark.y, mark.width, mark.height);
  if (picture) {
    const factor = Math.min(picture.width / mark.width, picture.height / mark.height);
    const [width, height] = [mark.width * factor, mark.height * factor];
    const [left, top] = [(picture.width - width) / 2, (picture.height - height) / 2];
    pen.drawImage(picture, left, top, width, height, mark.x, mark.y, mark.width, mark.height);
  }
  pen.restore();
};

/** On white and in whole squares, so that cameras read it. */
const paintCode = (pen: Pen, { text, x, y, width, height }: Of<'code'>) => {
  const { size, dark } = qrSquares(text);
  // Half steps are whole pixels of the twice as large picture.
  const square = Math.floor((2 * width) / size) / 2;
  const inset = Math.floor(width - square * size) / 2;
  pen.fillStyle = '#ffffff';
  pen.fillRect(x, y, width, height);
  pen.fillStyle = '#000000';
  for (const at of dark) pen.fillRect(x + inset + at.x * square, y + inset + at.y * square, square, square);
};

const paintText = (pen: Pen, mark: Of<'text'>) => {
  pen.font = fontOf(mark);
  pen.textBaseline = 'middle';
  pen.fillStyle = mark.color;
  pen.fillText(mark.text, mark.x, mark.y);
  if (mark.struck !== undefined) pen.fillRect(mark.x, mark.y - 1, mark.struck, 1);
};

/** Draws one mark after the other. */
export const paint = (pen: Pen, marks: readonly Mark[], pictures: Pictures): void => {
  for (const mark of marks)
    switch (mark.kind) {
      case 'plate':
        pen.fillStyle = mark.color;
        pen.fillRect(mark.x, mark.y, mark.width, mark.height);
        break;
      case 'picture':
        paintPicture(pen, mark, mark.src === undefined ? undefined : pictures.get(mark.src));
        break;
      case 'code':
        paintCode(pen, mark);
        break;
      case 'text':
        paintText(pen, mark);
        break;
    }
};
