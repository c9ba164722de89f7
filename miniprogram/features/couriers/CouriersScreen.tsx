import { type CityId } from '#shared/contracts/ids';
import { EditedList } from '@/blocks/operator/EditedList';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { ListRow } from '@/design/components/ListRow';
import { Tag } from '@/design/components/Tag';
import { formatHours } from '@/design/format/hours';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { CourierForm } from './CourierForm';
import { couriersTexts } from './texts';
import { useCouriers } from './useCouriers';

/** Who drives: with which vehicle, when, and whether cold goods can go along. */
export function CouriersScreen() {
  const t = useTexts(couriersTexts);
  return (
    <OperatorPage title={t('title')}>
      {({ cityId }) => <Couriers key={cityId} cityId={cityId} />}
    </OperatorPage>
  );
}

function Couriers({ cityId }: { cityId: CityId }) {
  const t = useTexts(couriersTexts);
  return (
    <EditedList
      label={t('title')}
      icon="truck"
      words={{ add: t('add'), choose: t('choose'), none: t('none'), noneDetail: t('noneDetail') }}
      pages={useCouriers(cityId)}
      idOf={({ courierAccountId }) => courierAccountId}
      row={({ courierAccountId, displayName, vehicle, crateCapacity, shift, coldCapable, active }, line) => (
        <ListRow
          key={courierAccountId}
          icon="truck"
          title={displayName}
          detail={t('facts', { vehicle: t(vehicle), crates: crateCapacity, shift: formatHours(shift) })}
          trailing={
            <Box className="lt-row">
              {coldCapable && <Tag tone="sky">{t('cold')}</Tag>}
              {!active && <Tag>{t('off')}</Tag>}
            </Box>
          }
          {...line}
        />
      )}
      form={(courier, onSaved) => <CourierForm cityId={cityId} courier={courier} onSaved={onSaved} />}
    />
  );
}
