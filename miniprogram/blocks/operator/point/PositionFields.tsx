import { useState } from 'react';
import { Pair } from '@/blocks/form/Pair';
import { Button } from '@/design/components/Button';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { CityMap } from '@/design/map/CityMap';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { findPosition } from '@/platform/position';
import { positionOf, typedPosition } from './draft';
import { pointTexts } from './texts';
import '@/blocks/form/form.scss';

type Field = { id: string; value: string; error: string | undefined; onChange: (value: string) => void };
type PositionFieldsProps = {
  lng: Field;
  lat: Field;
  onChange: (position: { lng: string; lat: string }) => void;
};

/** Where something is: typed, or taken from where one stands; shown on the map. */
export function PositionFields({ lng, lat, onChange }: PositionFieldsProps) {
  const t = useTexts(pointTexts);
  const [looking, setLooking] = useState(false);
  const position = positionOf({ lng: lng.value, lat: lat.value });
  const takeOwn = async () => {
    setLooking(true);
    const own = await findPosition();
    setLooking(false);
    if (own) onChange(typedPosition(own));
    else showToast(t('hereFailed'), 'problem');
  };
  return (
    <Box className="lt-column">
      <Pair>
        <TextField {...lng} kind="text" label={t('lng')} maxLength={12} />
        <TextField {...lat} kind="text" label={t('lat')} maxLength={12} />
      </Pair>
      <Button kind="secondary" icon="pin" busy={looking} onTap={() => void takeOwn()}>
        {t('here')}
      </Button>
      {position && (
        <CityMap
          key={`${position.lng},${position.lat}`}
          markers={[{ id: 'point', kind: 'pickup', ...position }]}
          height={160}
          label={t('map')}
        />
      )}
    </Box>
  );
}
