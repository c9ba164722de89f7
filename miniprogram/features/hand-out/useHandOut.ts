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
import { rememberHandedOut, redeemLater, useHandedOut } from './handedOut';
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
  const key = useRef(newKey());

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
    key.current = newKey();
    showToast(t(words, { name: handOut.recipientName }));
  };
  const redeem = useWrite(
    async (_: string, { presented, at }: Found & { at: string }) =>
      api.delivery.redeem({
        body: { pickupPointId, code: presented.text, at },
        // The same key if it has to be sent later, so that a redemption that did arrive is no conflict with itself.
        idempotencyKey: key.current,
      }),
    {
      onSuccess: ({ orderId, redeemedAt }) => {
        rememberHandedOut(orderId, redeemedAt, key.current);
        if (found) done(found, 'done');
      },
      onError: (error) => {
        if (found && noSignal(error)) later(found);
        else {
          setFound(undefined);
          setProblem(messageOf(error));
        }
      },
    },
  );
  const later = (one: Found) => {
    const { orderId, recipientName } = one.handOut;
    const label = t('label', { name: recipientName });
    redeemLater({ pickupPointId, orderId, presented: one.presented, label, key: key.current });
    done(one, 'doneOffline');
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
    handOver(): void {
      if (!found) return;
      if (found.offline || !isOnline()) later(found);
      else redeem.mutate({ ...found, at: new Date(serverNow()).toISOString() });
    },
    close: () => setFound(undefined),
    clearProblem: () => setProblem(undefined),
  };
};
