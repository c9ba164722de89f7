import { useRef, useState } from 'react';
import { type HandOut } from '#shared/contracts/delivery/pickupViews';
import { type PickupPointId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { isProblem, messageOf } from '@/client/apiProblem';
import { newKey } from '@/client/key';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { isOnline } from '@/platform/online';
import { readCode, type Presented } from './code';
import { redeemAgain, redeemLater, rememberHandedOut, useHandedOut } from './handedOut';
import { matchOffline } from './matchOffline';
import { handOutTexts } from './texts';
import { type HandOutList } from './useHandOutList';

/** Somebody stands there with a good code: what to give them. */
export type Found = { readonly presented: Presented; readonly handOut: HandOut; readonly offline: boolean };

const noSignal = (error: unknown) => isProblem(error, 'OFFLINE', 'TIMED_OUT');

/** From a presented code to goods in hand: asks the server, or without a signal the list on this phone. */
export const useHandOut = (pickupPointId: PickupPointId, list: HandOutList | undefined) => {
  const t = useTexts(handOutTexts);
  const handed = useHandedOut();
  const [found, setFound] = useState<Found | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const [looking, setLooking] = useState(false);
  const key = useRef('');

  const lookOffline = async (presented: Presented) => {
    const item = list && (await matchOffline(list.items, presented, list.iterations));
    if (!item) setProblem(t(list ? 'notInList' : 'noList'));
    else if (handed[item.orderId] !== undefined) setProblem(t('handedBefore'));
    else setFound({ presented, handOut: item, offline: true });
  };
  const lookUp = async (presented: Presented) => {
    if (!isOnline()) return lookOffline(presented);
    try {
      const handOut = await api.delivery.lookUpCode({ body: { pickupPointId, code: presented.text } });
      setFound({ presented, handOut, offline: false });
    } catch (error) {
      if (noSignal(error)) return lookOffline(presented);
      setProblem(messageOf(error));
    }
  };

  const done = ({ handOut }: Found, words: 'done' | 'doneOffline') => {
    setFound(undefined);
    showToast(t(words, { name: handOut.recipientName }));
  };
  const offlineOf = ({ presented, handOut: { orderId, recipientName } }: Found) => ({
    ...{ pickupPointId, orderId, presented },
    label: t('label', { name: recipientName }),
  });
  const redeem = useWrite(
    // With a key of its own, so that a redemption that may have arrived can be sent again later as the same one.
    (_: string, { presented, at, key }: Found & { at: string; key: string }) =>
      api.delivery.redeem({
        body: { pickupPointId, code: presented.text, at },
        idempotencyKey: key,
      }),
    {
      onSuccess: ({ orderId, redeemedAt, redemptionId }) => {
        rememberHandedOut(orderId, redeemedAt, redemptionId);
        if (found) done(found, 'done');
      },
      onError: (error) => {
        if (found && noSignal(error)) {
          redeemAgain(offlineOf(found), key.current);
          done(found, 'doneOffline');
        } else {
          setFound(undefined);
          setProblem(messageOf(error));
        }
      },
    },
  );
  const handOver = () => {
    if (!found) return;
    if (found.offline || !isOnline()) {
      redeemLater(offlineOf(found));
      done(found, 'doneOffline');
      return;
    }
    key.current = newKey();
    redeem.mutate({ ...found, at: new Date(serverNow()).toISOString(), key: key.current });
  };

  return {
    found,
    problem,
    looking,
    redeeming: redeem.isPending,
    /** Reads what was typed, pasted or scanned. Gives whether it can be a code. */
    present(input: string): boolean {
      const presented = readCode(input);
      if (presented === 'wrong') {
        setProblem(t('typo'));
        return false;
      }
      setProblem(undefined);
      setLooking(true);
      void lookUp(presented).finally(() => setLooking(false));
      return true;
    },
    /** The goods are in the neighbour's hands. */
    handOver,
    close: () => setFound(undefined),
    clearProblem: () => setProblem(undefined),
  };
};
