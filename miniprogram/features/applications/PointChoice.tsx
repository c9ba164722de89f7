import { useState } from 'react';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type CityId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { useManagedPoints } from '@/client/managedPoints';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { ChoiceRow } from '@/design/components/ChoiceRow';
import { EmptyState } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { applicationsTexts } from './texts';

type PointChoiceProps = {
  cityId: CityId;
  /** What a field of a form needs: which point is chosen, and what is wrong with that. */
  field: { id: string; value: string; error: string | undefined; onChange: (pickupPointId: string) => void };
};

/** One of the pickup points that are there, with who leads it now. */
export function PointChoice({ cityId, field }: PointChoiceProps) {
  const t = useTexts(applicationsTexts);
  const say = useBilingual();
  const [words, setWords] = useState('');
  const { query, items, loadMore } = useManagedPoints(cityId, words);
  const who = ({ leaderName, address }: ManagedPickupPoint) =>
    `${leaderName === undefined ? t('unled') : t('led', { name: leaderName })} · ${address}`;
  return (
    <Box id={field.id} className="lt-column">
      <SearchField label={t('searchPoint')} value={words} onChange={setWords} />
      {field.error !== undefined && <Words className="lt-small lt-tomato">{t('chooseOne')}</Words>}
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="shop" title={t('noPoint')} />
          ) : (
            <Card flush>
              <Box role="radiogroup" label={t('existing')}>
                {items.map((point) => (
                  <ChoiceRow
                    key={point.pickupPointId}
                    title={say(point.name)}
                    detail={who(point)}
                    chosen={point.pickupPointId === field.value}
                    onTap={() => field.onChange(point.pickupPointId)}
                  />
                ))}
              </Box>
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </Box>
  );
}
