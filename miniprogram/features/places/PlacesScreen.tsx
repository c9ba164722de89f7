import { useState } from 'react';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { Tabs } from '@/design/components/Tabs';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { usePageQuery } from '@/platform/usePageQuery';
import { Facilities } from './Facilities';
import { Points } from './Points';
import { placesTexts } from './texts';

/** Where neighbours collect and where routes begin. */
export function PlacesScreen() {
  const t = useTexts(placesTexts);
  const asked = usePageQuery()['tab'] === 'facilities' ? 'facilities' : 'points';
  const [kind, setKind] = useState<'points' | 'facilities'>(asked);
  return (
    <OperatorPage title={t('title')}>
      {({ cityId }) => (
        <Box className="lt-column">
          <Tabs
            label={t('kinds')}
            value={kind}
            onChange={setKind}
            tabs={[
              { value: 'points', text: t('points') },
              { value: 'facilities', text: t('facilities') },
            ]}
          />
          {kind === 'points' ? <Points cityId={cityId} /> : <Facilities cityId={cityId} />}
        </Box>
      )}
    </OperatorPage>
  );
}
