import { useState } from 'react';
import { type OfferPage } from '#shared/contracts/catalog/shopping';
import { pictureAddress } from '@/client/pictures';
import { classNames } from '@/design/classNames';
import { Picture } from '@/design/components/Picture';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { offerPageTexts } from './texts';

/** The chosen picture, large, and the others to choose from. */
export function Gallery({ page: { offer, pictures } }: { page: OfferPage }) {
  const t = useTexts(offerPageTexts);
  const say = useBilingual();
  const [at, setAt] = useState(0);
  const title = say(offer.title);
  const shown = pictures[at];
  const shows = shown?.alt ? say(shown.alt) : title;
  return (
    <Box className="offer-gallery">
      <Picture src={pictureAddress((shown ?? offer.picture)?.large)} alt={shows} eager />
      {pictures.length > 1 && (
        <Box className="lt-row offer-gallery__others" role="group" label={t('pictures')}>
          {pictures.map(({ small }, n) => (
            <Tap
              key={small}
              chosen={n === at}
              label={t('pictureOf', { title, n: n + 1 })}
              onTap={() => setAt(n)}
              className={classNames('offer-gallery__other', n === at && 'offer-gallery__other--chosen')}
            >
              <Picture src={pictureAddress(small)} alt="" />
            </Tap>
          ))}
        </Box>
      )}
    </Box>
  );
}
