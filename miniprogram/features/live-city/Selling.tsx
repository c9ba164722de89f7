import { type CityId } from '#shared/contracts/ids';
import { type CityGroups } from '@/blocks/operator/cityGroups';
import { Figures } from '@/blocks/operator/Figures';
import { FormedFigure } from '@/blocks/operator/FormedFigure';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { Countdown } from '@/design/components/Countdown';
import { formatMoment, formatNearDate } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { liveCityTexts } from './texts';
import { useCityCycle } from './useLiveCity';

/** The cycle that takes orders at this moment, and its group buys. */
export function Selling({ cityId, groups }: { cityId: CityId; groups: readonly CityGroups[] | undefined }) {
  const t = useTexts(liveCityTexts);
  const language = useLanguage();
  const query = useCityCycle(cityId);
  return (
    <QueryState query={query}>
      {({ cycle, next }) => (
        <Card label={t('selling')}>
          <Box className="lt-column">
            <Box className="lt-row lt-row--between lt-row--wrap">
              <Box className="lt-column lt-column--tight">
                <Words as="h2" className="lt-head">
                  {cycle ? t('selling') : t('noCycle')}
                </Words>
                <Words className="lt-small lt-soft">
                  {cycle
                    ? t('pickup', { day: formatNearDate(cycle.pickupDate, serverNow(), language) })
                    : next && t('next', { moment: formatMoment(next.opensAt, serverNow(), language) })}
                </Words>
              </Box>
              {cycle && (
                <Box className="lt-row">
                  <Words className="lt-soft">{t('cutoff')}</Words>
                  <Countdown until={cycle.cutoffAt} className="lt-title" onEnd={() => void query.refetch()} />
                </Box>
              )}
            </Box>
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
