import { type ReplyOf } from '#shared/contracts/endpoint';
import { type ordersApi } from '#shared/contracts/orders';
import { plain } from '@/design/format/typed';

export type WeighingTask = ReplyOf<typeof ordersApi.listWeighingTasks>['items'][number];

export type RecordedWeight = ReplyOf<typeof ordersApi.listRecordedWeights>['items'][number];

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
  // Nothing is only what was typed as nothing: a tenth of a gram is a slip.
  return (grams > 0 || value === 0) && grams <= mostGrams ? grams : undefined;
};

/** What a line was found to weigh; 0 grams: nothing of it came. */
export type Weighed = { readonly task: WeighingTask; readonly grams: number };

/** The lines whose weight was typed. */
export const weighedOf = (tasks: readonly WeighingTask[], typed: Typed, unit: WeightUnit): Weighed[] =>
  tasks.flatMap((task) => {
    const grams = gramsOf(typed[keyOfTask(task)], unit);
    return grams === undefined ? [] : [{ task, grams }];
  });

/**
 * Whether somebody has to look again: nothing at all, or further from what was ordered than `bandPercent` of it, as a slip of the
 * hand, or of the unit, would be. While the band of the city is not known only the server can tell.
 */
export const isUnlikely = (
  { task: { nominalGrams }, grams }: Weighed,
  bandPercent: number | undefined,
): boolean =>
  grams === 0 ||
  (bandPercent !== undefined && Math.abs(grams - nominalGrams) * 100 > nominalGrams * bandPercent);

/** What is sent: all that was weighed, of which `asked` was looked at again and is sent as it was shown. */
export const weightsOf = (weighed: readonly Weighed[], asked: readonly Weighed[]) => {
  const again = new Set(asked.map(({ task }) => keyOfTask(task)));
  return [
    ...weighed.filter(({ task }) => !again.has(keyOfTask(task))).map(bodyOf),
    ...asked.map((one) => ({ ...bodyOf(one), confirmed: true })),
  ];
};

const bodyOf = ({ task: { orderId, lineId }, grams }: Weighed) => ({ orderId, lineId, grams });
