import { useDeferredValue, useState } from 'react';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { type Product, type Sku } from '#shared/contracts/catalog/products';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { TermsForm } from './TermsForm';
import { offersTexts } from './texts';

type Chosen = { readonly product: Product; readonly sku: Sku };

/** A new offer of a cycle: first the pack, then its terms. */
export function OfferAdder({ cycle, onAdded }: { cycle: Cycle; onAdded: (offerId: string) => void }) {
  const t = useTexts(offersTexts);
  const say = useBilingual();
  const [chosen, setChosen] = useState<Chosen>();
  if (!chosen) return <SkuChoice onChoose={setChosen} />;
  return (
    <>
      <Box className="lt-row lt-row--between lt-row--wrap">
        <Words className="lt-strong">
          {t('chosen', { title: say(chosen.product.title), pack: say(chosen.sku.pack) })}
        </Words>
        <Button kind="quiet" onTap={() => setChosen(undefined)}>
          {t('other')}
        </Button>
      </Box>
      <TermsForm of={{ cycle, skuId: chosen.sku.skuId }} onAdded={onAdded} />
    </>
  );
}

function SkuChoice({ onChoose }: { onChoose: (chosen: Chosen) => void }) {
  const t = useTexts(offersTexts);
  const say = useBilingual();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const { query, items, loadMore } = usePages({
    queryKey: ['products', q, ''],
    load: (cursor) =>
      api.catalog.listProducts({
        query: { limit: '30', ...(q === '' ? {} : { q }), ...(cursor === undefined ? {} : { cursor }) },
      }),
  });
  const packs = items.flatMap((product) => product.skus.map((sku) => ({ product, sku })));
  return (
    <>
      <Words as="h2" className="lt-head">
        {t('pickSku')}
      </Words>
      <SearchField value={words} label={t('pickSearch')} onChange={setWords} />
      <QueryState query={query}>
        {() =>
          packs.length === 0 ? (
            <EmptyState icon="leaf" title={t('noSkus')} />
          ) : (
            <Card flush>
              {packs.map(({ product, sku }) => (
                <ListRow
                  key={sku.skuId}
                  title={`${say(product.title)} · ${say(sku.pack)}`}
                  detail={t('cost', { cost: formatMoney(sku.unitCost) })}
                  onTap={() => onChoose({ product, sku })}
                />
              ))}
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </>
  );
}
