import { type SignedMoney } from '#shared/contracts/money';
import { type DayCloseView } from '#shared/contracts/settlement/close';
import { type DayClose, type DaySums } from '../domain/close/dayClose';

const signed = (fen: number): SignedMoney => ({ amount: fen, currency: 'CNY' });

const presentSums = ({ takenFen, returnedFen, otherFen }: DaySums) => ({
  taken: signed(takenFen),
  returned: signed(returnedFen),
  other: signed(otherFen),
});

export function presentClose(close: DayClose): DayCloseView {
  const { provider, day, state, waiting, theirsClosingFen, comparedAt, differences } = close;
  return {
    ...{ provider, day, state },
    waiting: state === 'waiting' ? waiting : undefined,
    ours: presentSums(close.ours),
    theirs: presentSums(close.theirs),
    fees: signed(close.feeFen),
    oursClosing: signed(close.oursClosingFen),
    theirsClosing: theirsClosingFen === undefined ? undefined : signed(theirsClosingFen),
    differences: {
      open: differences.open,
      explained: differences.explained,
      resolved: differences.resolved,
    },
    comparedAt: comparedAt?.toISOString(),
  };
}
