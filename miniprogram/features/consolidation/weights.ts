import { type ReplyOf } from '#shared/contracts/endpoint';
import { type ordersApi } from '#shared/contracts/orders';
import { plain } from '@/design/format/typed';

export type WeighingTask = ReplyOf<typeof ordersApi.listWeighingTasks>['items'][number];

/** What was typed, by order and line. */
export type Typed = Readonly<Record<string, string>>;

export const keyOfTask = ({ orderId, lineId }: Pick<WeighingTask, 'orderId' | 'lineId'>): string =>
  `${orderId}:${lineId}`;

const mostGrams = 1_000_000;

/** How the scales show it; people write the units in many ways. */
export const weightUnits = ['kg', 'jin', 'g'] as const;
export type WeightUnit = (typeof weightUnits)[number];
const gramsPer: Record<WeightUnit, number> = { kg: 1000, jin: 500, g: 1 };
const spelled: readonly (readonly [WeightUnit, RegExp])[] = [
  ['kg', /^(kg|kgs|千克|公斤)$/],
  ['jin', /^(jin|斤|市斤)$/],
  ['g', /^(g|gr|克)$/],
];

/** Whole grams of what was typed: a number in `unit`, or with a unit of its own (`1.5 kg`, `3斤`, `1,040 g`). */
export const gramsOf = (text: string | undefined, unit: WeightUnit): number | undefined => {
  const [, number = '', own = ''] =
    /^([\d,.]+)\s*(\D*)$/.exec(
      plain(text ?? '')
        .trim()
        .toLowerCase(),
    ) ?? [];
  const typed = own === '' ? unit : spelled.find(([, words]) => words.test(own.trim()))?.[0];
  // A comma sets thousands apart; before one or two digits it is a decimal one.
  const value = Number(number.replace(/,(?=\d{3}(\D|$))/g, '').replace(',', '.'));
  if (typed === undefined || number === '' || Number.isNaN(value)) return undefined;
  const grams = Math.round(value * gramsPer[typed]);
  return grams > 0 && grams <= mostGrams ? grams : undefined;
};

/** Percent of the nominal weight beyond which a weight is asked about once more. */
const bandPercent = 30;

/** Whether a weight is so far from what was ordered that it may be a slip of the hand, or of the unit. */
export const isUnlikely = (grams: number, { nominalGrams }: Pick<WeighingTask, 'nominalGrams'>): boolean =>
  Math.abs(grams - nominalGrams) * 100 > nominalGrams * bandPercent;

/** The lines whose weight was typed, ready to be sent. */
export const weightsOf = (tasks: readonly WeighingTask[], typed: Typed, unit: WeightUnit) =>
  tasks.flatMap((task) => {
    const grams = gramsOf(typed[keyOfTask(task)], unit);
    return grams === undefined ? [] : [{ orderId: task.orderId, lineId: task.lineId, grams }];
  });
