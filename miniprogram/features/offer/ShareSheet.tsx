import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { Button } from '@/design/components/Button';
import { Sheet } from '@/design/components/Sheet';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { canShareNatively, copyText, shareNatively } from '@/platform/share';
import { OfferPoster } from './OfferPoster';
import { offerPageTexts } from './texts';
import { type ShareCard } from './useShareCard';

type ShareSheetProps = { open: boolean; onClose: () => void; offer: OfferCard; share: ShareCard };

/** A poster with a code to scan, and the ways to send the offer on. */
export function ShareSheet({ open, onClose, offer, share }: ShareSheetProps) {
  const t = useTexts(offerPageTexts);
  const copy = () =>
    void copyText(`${share.title} ${share.link}`).then((done) =>
      showToast(t(done ? 'copied' : 'notCopied'), done ? 'done' : 'problem'),
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
      <OfferPoster offer={offer} link={share.link} />
    </Sheet>
  );
}
