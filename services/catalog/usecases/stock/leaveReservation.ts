import { type OrderId } from '#shared/contracts/ids';
import { gather } from '#shared/kit/batch/gather';
import { type ReleaseReservation } from './releaseReservation';
import { type StockDeps } from './stockDeps';

const maxBatch = 128;

type Try = { readonly orderId: OrderId; readonly placing: string };

/**
 * Tries to place orders that came to nothing leave what is held for them; holds that nobody counts on any more go back. Answers
 * whether somebody else wants what the try had: another try of the same order, or the order itself, which is paid by now.
 *
 * After a crash in between, holds that nobody counts on run out by themselves, or a repetition of the order finds them.
 */
export function leaveReservation(
  { reservations }: Pick<StockDeps, 'reservations'>,
  { giveUp }: Pick<ReleaseReservation, 'giveUp'>,
) {
  const batches = gather<Try, boolean>({ name: 'leave reservations', run, maxBatch });

  async function run(tries: readonly Try[]): Promise<PromiseSettledResult<boolean>[]> {
    await reservations.leave(tries);
    const records = await reservations.find([...new Set(tries.map(({ orderId }) => orderId))]);
    const unwanted = [...records.values()].filter(
      ({ status, placings }) => status === 'held' && placings?.length === 0,
    );
    const givenBack = await giveUp(unwanted);
    return tries.map(({ orderId }) => {
      const isReleased = givenBack.has(orderId) || records.get(orderId)?.status !== 'held';
      return { status: 'fulfilled', value: !isReleased || records.get(orderId)?.status === 'confirmed' };
    });
  }

  return { leave: (one: Try) => batches.add(one), close: () => batches.close() };
}
