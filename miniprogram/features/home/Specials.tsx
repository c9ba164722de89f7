import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { OfferTile } from '@/blocks/offer/OfferTile';
import { Icon, type IconName } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';

type SpecialsProps = { title: string; detail: string; icon: IconName; offers: readonly OfferCard[] };

/** A line of offers of one kind, scrolled sideways; nothing when there are none. */
export function Specials({ title, detail, icon, offers }: SpecialsProps) {
  if (offers.length === 0) return null;
  return (
    <Box as="section" label={title} className="lt-column home-specials">
      <Box className="home-specials__head">
        <Box className="lt-row">
          <Words className="lt-tomato">
            <Icon name={icon} />
          </Words>
          <Words as="h2" className="lt-head">
            {title}
          </Words>
        </Box>
        <Words className="lt-small lt-soft">{detail}</Words>
      </Box>
      <Box as="ul" className="lt-scroll home-specials__line">
        {offers.map((offer, at) => (
          <Box as="li" key={offer.offerId} className="home-specials__one">
            <OfferTile offer={offer} eager={at < 3} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}
