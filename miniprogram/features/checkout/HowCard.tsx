import { type Address } from '#shared/contracts/identity/account';
import { type Place } from '@/client/place';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Tabs } from '@/design/components/Tabs';
import { formatNearDate } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { checkoutTexts } from './texts';

export type Way = 'pickup' | 'door';
type HowCardProps = {
  way: Way;
  onWay: (way: Way) => void;
  place: Place;
  address: Address | undefined;
  pickupDate: string;
};

/** Collected, or brought to the door. */
export function HowCard({ way, onWay, place, address, pickupDate }: HowCardProps) {
  const t = useTexts(checkoutTexts);
  const say = useBilingual();
  const language = useLanguage();
  const day = formatNearDate(pickupDate, serverNow(), language);
  return (
    <Card label={t('how')}>
      <Box className="lt-column">
        <Tabs
          label={t('how')}
          value={way}
          onChange={onWay}
          tabs={[
            { value: 'pickup', text: t('pickup') },
            { value: 'door', text: t('door') },
          ]}
        />
        {way === 'pickup' ? (
          <ListRow
            icon="pin"
            title={say(place.name)}
            detail={place.address}
            onTap={() => openPage('/pages/pickup-points/index')}
          />
        ) : (
          <ListRow
            icon="home"
            title={address ? `${address.area} ${address.door}` : t('chooseAddress')}
            detail={address ? `${address.recipientName} ${address.phone}` : t('address')}
            onTap={() => openPage('/pages/addresses/index', { choose: 1 })}
          />
        )}
        <Words as="p" className="lt-small lt-soft">
          {t(way === 'pickup' ? 'when' : 'doorWhen', { day })}
        </Words>
      </Box>
    </Card>
  );
}
