import { useState } from 'react';
import { type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { api } from '@/client/api';
import { choosePlace, usePlace } from '@/client/place';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { VirtualList } from '@/design/components/VirtualList';
import { Page } from '@/design/page/Page';
import { Input } from '@/design/primitives/Input';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { goBack } from '@/platform/navigate';
import { findPosition } from '@/platform/position';
import { PickupPointRow } from './PickupPointRow';
import { pickupPointTexts } from './texts';

type Position = { readonly lat: number; readonly lng: number };

/** Chooses where to collect: by name, or the nearest to where I am. */
export function PickupPointsScreen() {
  const t = useTexts(pickupPointTexts);
  const say = useBilingual();
  const place = usePlace();
  const [typed, setTyped] = useState('');
  const [position, setPosition] = useState<Position | undefined>();
  const [locating, setLocating] = useState(false);
  const search = typed.trim();
  const { query, items, loadMore } = usePages({
    queryKey: ['pickup-points', search, position],
    load: (cursor) =>
      api.delivery.listPickupPoints({
        query: {
          cursor,
          ...(search === '' ? {} : { search }),
          ...(position ? { lat: String(position.lat), lng: String(position.lng) } : {}),
        },
      }),
  });
  const locate = async () => {
    setLocating(true);
    const found = await findPosition();
    setLocating(false);
    if (found) setPosition(found);
    else showToast(t('notLocated'), 'problem');
  };
  const choose = (point: PickupPointView) => {
    choosePlace(point);
    showToast(t('chosen', { name: say(point.name) }));
    goBack();
  };
  return (
    <Page title={t('title')}>
      <Input
        kind="search"
        value={typed}
        onChange={setTyped}
        label={t('search')}
        placeholder={t('search')}
        maxLength={40}
      />
      <Button kind="secondary" icon="navigate" block busy={locating} onTap={() => void locate()}>
        {locating ? t('locating') : t('nearest')}
      </Button>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="pin" title={t('nothing')} detail={t('nothingDetail')} />
          ) : (
            <VirtualList
              items={items}
              keyOf={({ pickupPointId }) => pickupPointId}
              render={(point) => (
                <PickupPointRow
                  point={point}
                  here={place?.chosen === true && place.pickupPointId === point.pickupPointId}
                  onChoose={() => choose(point)}
                />
              )}
              estimate={1500}
              className="lt-column lt-column--list"
              label={t('list')}
            />
          )
        }
      </QueryState>
      {query.hasNextPage && (
        <Button kind="quiet" busy={query.isFetchingNextPage} onTap={loadMore}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}
