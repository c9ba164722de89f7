import { type ReplyOf } from '#shared/contracts/endpoint';
import { type ordersApi } from '#shared/contracts/orders';

export type WeighingTask = ReplyOf<typeof ordersApi.listWeighingTasks>['items'][number];

/** What was typed, by order and line. */
export type Typed = Readonly<Record<string, string>>;

export const keyOfTask = ({ orderId, lineId }: Pick<WeighingTask, 'orderId' | 'lineId'>): string =>
  `${orderId}:${lineId}`;

const mostGrams = 1_000_000;

/** Whole grams above zero, as the scales show them. */
export const gramsOf = (text: string | undefined): number | undefined => {
  const grams = /^[0-9]{1,7}$/.test(text?.trim() ?? '') ? Number(text) : 0;
  return grams > 0 && grams <= mostGrams ? grams : undefined;
};

/** The lines whose weight was typed, ready to be sent. */
export const weightsOf = (tasks: readonly WeighingTask[], typed: Typed) =>
  tasks.flatMap((task) => {
    const grams = gramsOf(typed[keyOfTask(task)]);
    return grams === undefined ? [] : [{ orderId: task.orderId, lineId: task.lineId, grams }];
  });
