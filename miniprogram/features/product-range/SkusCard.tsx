import { useState } from 'react';
import { type Product, type Sku } from '#shared/contracts/catalog/products';
import { useAllSuppliers } from '@/client/range';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { formatWeight } from '@/design/format/measure';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual, useNamed } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { LotList } from './LotList';
import { SkuSheet } from './SkuSheet';
import { productTexts } from './texts';
import './range.scss';

/** The packs of a product, each with its lots. */
export function SkusCard({ product: { productId, skus } }: { product: Product }) {
  const t = useTexts(productTexts);
  const [editing, setEditing] = useState<Sku | 'new'>();
  return (
    <Card label={t('skus')}>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between lt-row--wrap">
          <Box>
            <Words as="h2" className="lt-head">
              {t('skus')}
            </Words>
            <Words as="p" className="lt-small lt-soft">
              {skus.length === 0 ? t('noSkus') : t('skusDetail')}
            </Words>
          </Box>
          <Button kind="secondary" icon="plus" onTap={() => setEditing('new')}>
            {t('newSku')}
          </Button>
        </Box>
        {skus.length > 0 && (
          <Box as="ul">
            {skus.map((sku) => (
              <SkuItem key={sku.skuId} sku={sku} onEdit={() => setEditing(sku)} />
            ))}
          </Box>
        )}
      </Box>
      {editing && (
        <SkuSheet
          productId={productId}
          sku={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Card>
  );
}

function SkuItem({ sku, onEdit }: { sku: Sku; onEdit: () => void }) {
  const t = useTexts(productTexts);
  const say = useBilingual();
  const named = useNamed();
  const language = useLanguage();
  const supplier = useAllSuppliers().data?.find(({ supplierId }) => supplierId === sku.supplierId);
  const [open, setOpen] = useState(false);
  return (
    <Box as="li" className="range-sku lt-column">
      <Box>
        <Words as="h3" className="lt-strong">
          {say(sku.pack)}
        </Words>
        <Words as="p" className="lt-small lt-soft">
          {t('skuFacts', {
            sold: t(sku.soldBy),
            weight: formatWeight(sku.nominalGrams, language),
            cost: formatMoney(sku.unitCost),
          })}
        </Words>
        <Words as="p" className="lt-small lt-soft">
          {t(sku.supplierMinimumUnits === 0 ? 'skuSupplyAny' : 'skuSupply', {
            supplier: supplier ? named(supplier.name, supplier.nameEn) : '…',
            n: sku.caseUnits,
            min: sku.supplierMinimumUnits,
          })}
        </Words>
      </Box>
      <Box className="lt-row lt-row--wrap">
        <Button kind="secondary" size="small" icon="edit" onTap={onEdit}>
          {t('edit')}
        </Button>
        <Button kind="quiet" size="small" icon={open ? 'up' : 'down'} onTap={() => setOpen(!open)}>
          {t('lots')}
        </Button>
      </Box>
      {open && <LotList skuId={sku.skuId} />}
    </Box>
  );
}
