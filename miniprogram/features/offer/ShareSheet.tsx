import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { OfferPrice } from '@/blocks/offer/OfferPrice';
import { pictureAddress } from '@/client/pictures';
import { Button } from '@/design/components/Button';
import { Picture } from '@/design/components/Picture';
import { QrCode } from '@/design/components/QrCode';
import { Sheet } from '@/design/components/Sheet';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { canShareNatively, copyText, shareNatively } from '@/platform/share';
import { offerPageTexts } from './texts';
import { type ShareCard } from './useShareCard';

type ShareSheetProps = { open: boolean; onClose: () => void; offer: OfferCard; share: ShareCard };

/** A poster with a code to scan, and the ways to send the offer on. */
export function ShareSheet({ open, onClose, offer, share }: ShareSheetProps) {
  const t = useTexts(offerPageTexts);
  const say = useBilingual();
  const copy = () =>
    void copyText(`${share.title} ${share.link}`).then((done) =>
      showToast(t(done ? 'copied' : 'notSaved'), done ? 'done' : 'problem'),
    );
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('share')}
      footer={
        <Box className="lt-row">
          <Box className="lt-grow">
            <Button block kind="secondary" icon="copy" onTap={copy}>
              {t('copyLink')}
            </Button>
          </Box>
          {canShareNatively() && (
            <Box className="lt-grow">
              <Button block icon="share" onTap={() => void shareNatively(share.title, share.link)}>
                {t('share')}
              </Button>
            </Box>
          )}
        </Box>
      }
    >
      <Box className="lt-column">
        <Box className="offer-poster">
          <Picture src={pictureAddress(offer.picture?.large)} alt="" ratio={0.8} round={false} />
          <Box className="offer-poster__foot">
            <Box className="lt-grow lt-column lt-column--tight">
              <Words className="lt-head">{say(offer.title)}</Words>
              <Words className="lt-small lt-soft">{say(offer.pack)}</Words>
              <OfferPrice offer={offer} size="large" />
              <Words className="lt-tiny lt-soft">{t('scanToBuy')}</Words>
            </Box>
            <QrCode text={share.link} size={104} />
          </Box>
        </Box>
        <Words as="p" className="lt-small lt-soft">
          {t('posterHint')}
        </Words>
      </Box>
    </Sheet>
  );
}
