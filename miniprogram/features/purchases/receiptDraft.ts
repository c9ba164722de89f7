import { type LotId } from '#shared/contracts/ids';
import { type SupplierOrder, type SupplierOrderLine } from '#shared/contracts/settlement/supplierViews';
import { ifFilled, isFilled, isWhole, wholeOf } from '@/blocks/form/check';
import { api } from '@/client/api';
import { celsiusOf } from '@/design/format/typed';
import { translateNow } from '@/i18n/texts';
import { purchaseTexts } from './texts';

/** What is typed: units by Sku, °C by zone, and of a single line its weight and lot. */
export type ReceiptDraft = Readonly<Record<string, string>>;

/** Stands for a lot that is recorded with the goods. */
export const newLot = 'new';

const zones = ['chilled', 'frozen'] as const;
type Zone = (typeof zones)[number];
/** Above this, in °C, the service asks whether goods are taken nevertheless. */
export const warmest: Readonly<Record<Zone, number>> = { chilled: 8, frozen: -12 };

/** Which temperatures have to be measured. */
export const coldZones = (lines: readonly SupplierOrderLine[]): Zone[] =>
  zones.filter((zone) => lines.some(({ temperature }) => temperature === zone));

const leftOf = ({ units, receivedUnits }: SupplierOrderLine) => units - receivedUnits;

/** @param today what a new lot's day of production begins with. */
export const receiptDraft = (lines: readonly SupplierOrderLine[], today: string): ReceiptDraft => ({
  ...Object.fromEntries(
    lines.map((line) => [
      line.skuId,
      String(Math.max(0, Math.min(leftOf(line), (line.comingUnits ?? line.units) - line.receivedUnits))),
    ]),
  ),
  ...{ chilled: '', frozen: '', grams: '', lot: '', note: '', accepted: '' },
  ...{ code: '', origin: '', producedOn: today, bestBefore: '' },
});

/** What is frozen may come this cold, in °C: what is colder is a slip of typing. */
const coldest = -60;
const degreesOf = (text = '') => celsiusOf(text, coldest);
const isCelsius = (text: string) =>
  degreesOf(text) === undefined ? translateNow(purchaseTexts)('temperatureWrong') : undefined;

/** What is wrong with what was typed, by field. */
export function checkReceipt(
  draft: ReceiptDraft,
  lines: readonly SupplierOrderLine[],
): Partial<Record<string, string>> {
  const typed = (name: string) => draft[name] ?? '';
  const wrong: Record<string, string | undefined> = {};
  for (const line of lines) wrong[line.skuId] = isWhole(typed(line.skuId), 0, leftOf(line));
  const came = lines.filter(({ skuId }) => (wholeOf(typed(skuId)) ?? 0) > 0);
  const [first] = lines;
  if (came.length === 0 && first) wrong[first.skuId] ??= translateNow(purchaseTexts)('nothing');
  for (const zone of coldZones(came)) wrong[zone] = isCelsius(typed(zone));
  wrong['grams'] = ifFilled(typed('grams'), (text) => isWhole(text, 1, 1_000_000_000));
  if (typed('lot') === newLot) {
    for (const name of ['code', 'origin', 'producedOn']) wrong[name] = isFilled(typed(name));
    if (typed('bestBefore') !== '' && typed('bestBefore') < typed('producedOn'))
      wrong['bestBefore'] = translateNow(purchaseTexts)('bestBeforeWrong');
  }
  return Object.fromEntries(
    Object.entries(wrong).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}

type ReceiptOf = {
  order: SupplierOrder;
  lines: readonly SupplierOrderLine[];
  /** The Idempotency-Key of a new lot. */
  keyOfLot: (lot: object) => string;
};

/** Records the goods; a new lot of them first, under a key of its own: it is there when the goods are refused as too warm. */
export async function saveReceipt(
  key: string,
  draft: ReceiptDraft,
  { order, lines, keyOfLot }: ReceiptOf,
): Promise<SupplierOrder> {
  const came = lines.flatMap((line) => {
    const units = wholeOf(draft[line.skuId] ?? '') ?? 0;
    return units > 0 ? [{ line, units }] : [];
  });
  const [only] = lines.length === 1 ? came : [];
  const lotId = only && (await lotOf(draft, only, keyOfLot));
  const grams = only && wholeOf(draft['grams'] ?? '');
  return api.settlement.receiveSupplierGoods({
    params: { purchaseOrderId: order.purchaseOrderId },
    body: {
      lines: came.map(({ line: { skuId, temperature }, units }) => ({
        ...{ skuId, units },
        ...(temperature === 'ambient' ? {} : { celsius: degreesOf(draft[temperature]) }),
        ...(draft['accepted'] === 'yes' ? { warmAccepted: true } : {}),
        ...(grams === undefined ? {} : { grams }),
        ...(lotId === undefined ? {} : { lotId }),
      })),
      ...(draft['note']?.trim() ? { note: draft['note'] } : {}),
    },
    idempotencyKey: key,
  });
}

async function lotOf(
  draft: ReceiptDraft,
  { line, units }: { line: SupplierOrderLine; units: number },
  keyOfLot: ReceiptOf['keyOfLot'],
): Promise<LotId | undefined> {
  if (draft['lot'] === '') return undefined;
  if (draft['lot'] !== newLot) return draft['lot'] as LotId;
  const { code = '', origin = '', producedOn = '', bestBefore = '' } = draft;
  const body = {
    ...{ skuId: line.skuId, code, origin, producedOn, units },
    ...(bestBefore === '' ? {} : { bestBefore }),
  };
  const lot = await api.catalog.addLot({ body, idempotencyKey: keyOfLot(body) });
  return lot.lotId;
}
