import { type CityId } from '#shared/contracts/ids';
import { type CityGroups } from '@/blocks/operator/cityGroups';
import { Figures } from '@/blocks/operator/Figures';
import { FormedFigure } from '@/blocks/operator/FormedFigure';
import { SellingHead } from '@/blocks/operator/SellingHead';
import { operatorTexts } from '@/blocks/operator/texts';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { useCityCycle } from './useLiveCity';

/** The cycle that takes orders at this moment, and its group buys. */
export function Selling({ cityId, groups }: { cityId: CityId; groups: readonly CityGroups[] | undefined }) {
  const t = useTexts(operatorTexts);
  const query = useCityCycle(cityId);
  return (
    <QueryState query={query}>
      {({ cycle, next }) => (
        <Card label={t('selling')}>
          <Box className="lt-column">
            <SellingHead cycle={cycle} next={next} onCutoff={() => void query.refetch()} />
            {cycle && (
              <Figures>
                <FormedFigure groups={groups} cycleId={cycle.cycleId} />
              </Figures>
            )}
          </Box>
        </Card>
      )}
    </QueryState>
  );
}
