import { useShareAppMessage } from '@tarojs/taro';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { pictureAddress } from '@/client/pictures';
import { usePlace } from '@/client/place';
import { formatMoney } from '@/design/format/money';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { gatewayUrl } from '@/platform/config';
import { offerPageTexts } from './texts';

/** What is shared: words, the page inside the app, and its address in a browser. */
export type ShareCard = { readonly title: string; readonly path: string; readonly link: string };

/** What sharing this page sends: the platform's own card in mini programs, a link elsewhere. */
export const useShareCard = (offer: OfferCard | undefined): ShareCard => {
  const t = useTexts(offerPageTexts);
  const say = useBilingual();
  const place = usePlace();
  // Buying together means collecting together: the link leads to the pickup point, too.
  const invitation = place ? `&pickupPointId=${place.pickupPointId}` : '';
  const path = `/pages/offer/index?offerId=${offer?.offerId ?? ''}${invitation}`;
  const title = offer
    ? t('shareTitle', {
        title: say(offer.title),
        price: formatMoney(offer.price),
        place: place ? say(place.name) : '',
      })
    : '';
  useShareAppMessage(() => ({ title, path, imageUrl: pictureAddress(offer?.picture?.medium) ?? '' }));
  return { title, path, link: `${gatewayUrl()}/#${path}` };
};
