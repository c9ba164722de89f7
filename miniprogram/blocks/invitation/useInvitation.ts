import { useEffect, useRef, useState } from 'react';
import { type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { api } from '@/client/api';
import { ApiProblem, messageOf } from '@/client/apiProblem';
import { useCart } from '@/client/cart';
import { choosePlace, usePlace } from '@/client/place';
import { showToast } from '@/design/components/Toast';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { forgetParam } from '@/platform/forgetParam';
import { invitationTexts } from './texts';

/** A pickup point that somebody is invited to, while they have to say whether they want to change to it. */
export type Invitation = { readonly point: PickupPointView; accept: () => void; decline: () => void };

/**
 * Follows the link that a leader or a neighbour shared: the phone shops at that pickup point from now on. Who chose another one and has goods
 * in the cart is asked first.
 */
export const useInvitation = (invitedTo: string | undefined): Invitation | undefined => {
  const t = useTexts(invitationTexts);
  const say = useBilingual();
  const place = usePlace();
  const cart = useCart();
  const [asked, setAsked] = useState<PickupPointView | undefined>();
  const follow = (point: PickupPointView) => {
    choosePlace(point);
    setAsked(undefined);
    showToast(t('placeIs', { name: say(point.name) }));
  };
  const arrive = (point: PickupPointView) => {
    if (!point.open) showToast(t('placeClosed', { name: say(point.name) }), 'problem');
    else if (place?.chosen !== true || cart.length === 0 || place.pickupPointId === point.pickupPointId)
      follow(point);
    else setAsked(point);
  };
  /** Each link is followed once; what is chosen or put into the cart later changes nothing of that. */
  const latest = useRef(arrive);
  useEffect(() => {
    latest.current = arrive;
  });
  useEffect(() => {
    if (invitedTo === undefined) return;
    api.delivery.getPickupPoint({ params: { pickupPointId: invitedTo } }).then(
      (point) => {
        forgetParam('pickupPointId');
        latest.current(point);
      },
      (error: unknown) => {
        // Where there is no signal now, a reload follows the link.
        if (!(error instanceof ApiProblem && error.passing)) forgetParam('pickupPointId');
        showToast(messageOf(error), 'problem');
      },
    );
  }, [invitedTo]);
  return asked && { point: asked, accept: () => follow(asked), decline: () => setAsked(undefined) };
};
