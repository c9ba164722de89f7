import { type DayCloseView } from '#shared/contracts/settlement/close';
import { cny } from '#shared/kit/money';
import { type DayClose, type DaySums } from '../domain/close/dayClose';

const presentSums = ({ takenFen, returnedFen, otherFen }: DaySums) => ({
  taken: cny(takenFen),
  returned: cny(returnedFen),
  other: cny(otherFen),
});

export function presentClose(close: DayClose): DayCloseView {
  const { provider, day, state, waiting, theirsClosingFen, comparedAt, differences } = close;
  return {
    ...{ provider, day, state },
    waiting: state === 'waiting' ? waiting : undefined,
    ours: presentSums(close.ours),
    theirs: presentSums(close.theirs),
    fees: cny(close.feeFen),
    oursClosing: cny(close.oursClosingFen),
    theirsClosing: theirsClosingFen === undefined ? undefined : cny(theirsClosingFen),
    differences: {
      open: differences.open,
      explained: differences.explained,
      resolved: differences.resolved,
    },
    comparedAt: comparedAt?.toISOString(),
  };
}
