import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { pictureAddress } from '@/client/pictures';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { showToast } from '@/design/components/Toast';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { gatewayUrl, isH5 } from '@/platform/config';
import { canShareNatively, copyText, shareNatively } from '@/platform/share';
import { OfferChoice } from './OfferChoice';
import { Poster } from './Poster';
import { shareText } from './shareText';
import { shareTexts } from './texts';

const most = 9;
const atFirst = 6;

type ShareDayProps = { point: ManagedPickupPoint; cycle: Cycle; offers: readonly OfferCard[] };

/** What to share, and the ways to do it. */
export function ShareDay({ point, cycle, offers }: ShareDayProps) {
  const t = useTexts(shareTexts);
  const say = useBilingual();
  const language = useLanguage();
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    offers.slice(0, atFirst).map(({ offerId }) => offerId),
  );
  const now = serverNow();
  const path = `/pages/home/index?pickupPointId=${point.pickupPointId}`;
  const link = `${gatewayUrl()}/#${path}`;
  const picked = offers.filter(({ offerId }) => chosen.includes(offerId));
  const text = shareText({ place: point.name, cycle, offers: picked, link, now }, language);
  const title = t('cardTitle', {
    place: say(point.name),
    moment: formatMoment(cycle.cutoffAt, now, language),
  });
  useShareAppMessage(() => ({ title, path, imageUrl: pictureAddress(picked[0]?.picture?.medium) ?? '' }));
  const copy = () =>
    void copyText(text).then((done) =>
      showToast(t(done ? 'copied' : 'notCopied'), done ? 'done' : 'problem'),
    );
  const toggle = (offerId: string) =>
    setChosen((before) =>
      before.includes(offerId) ? before.filter((one) => one !== offerId) : [...before, offerId].slice(-most),
    );
  return (
    <Box className="share-day">
      <Box className="lt-column">
        <Card>
          <Box className="lt-column">
            <Words as="h2" className="lt-head">
              {t('textTitle')}
            </Words>
            <Words as="p" selectable className="share-day__text">
              {text}
            </Words>
            <Box className="lt-row">
              <Box className="lt-grow">
                <Button block icon="copy" onTap={copy}>
                  {t('copy')}
                </Button>
              </Box>
              {canShareNatively() && (
                <Box className="lt-grow">
                  <Button block kind="secondary" icon="share" onTap={() => void shareNatively(text, link)}>
                    {t('send')}
                  </Button>
                </Box>
              )}
            </Box>
            {!isH5 && <Words className="lt-small lt-soft">{t('menuHint')}</Words>}
          </Box>
        </Card>
        <OfferChoice offers={offers} chosen={chosen} most={most} onToggle={toggle} />
      </Box>
      <Poster
        place={say(point.name)}
        leaderName={point.leaderName}
        title={title}
        offers={picked}
        link={link}
      />
    </Box>
  );
}
