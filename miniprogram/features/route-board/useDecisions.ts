import { type StopView, type WarmCrateDecision } from '#shared/contracts/delivery/stopViews';
import { type AccountId, type CrateId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { translateNow } from '@/i18n/texts';
import { routeBoardTexts } from './texts';
import { useReadAgain } from './useBoardActions';

/** After a decision, or when somebody else was quicker: either way the board is read again. */
const useAfter = (done: 'tryAgainDone' | 'sendBackDone' | 'warmDone', onDone: () => void) => {
  const readAgain = useReadAgain();
  return {
    onSuccess: () => {
      readAgain();
      showToast(translateNow(routeBoardTexts)(done));
      onDone();
    },
    onError: (error: unknown) => {
      readAgain();
      showToast(messageOf(error), 'problem');
    },
  };
};

/** Has a failed visit made again. */
export const useTryAgain = ({ stopId }: StopView, onDone: () => void) =>
  useWrite(
    (_key, body: { courierAccountId: AccountId; departAt: string }) =>
      api.delivery.tryStopAgain({ params: { stopId }, body }),
    useAfter('tryAgainDone', onDone),
  );

/** Gives up a failed visit: the goods go back, and its orders are refunded. The note is not sent when it is empty. */
export const useSendBack = ({ stopId }: StopView, onDone: () => void) =>
  useWrite(
    (_key, note: string) =>
      api.delivery.sendStopBack({ params: { stopId }, body: note === '' ? {} : { note } }),
    useAfter('sendBackDone', onDone),
  );

/** Decides about a crate that came too warm. */
export const useDecideWarmCrate = ({ stopId }: StopView, crateId: CrateId, onDone: () => void) =>
  useWrite(
    (_key, body: { kind: WarmCrateDecision; reason: string }) =>
      api.delivery.decideWarmCrate({ params: { stopId, crateId }, body }),
    useAfter('warmDone', onDone),
  );
