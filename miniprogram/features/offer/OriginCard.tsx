import { type OfferPage } from '#shared/contracts/catalog/shopping';
import { Card } from '@/design/components/Card';
import { FactList } from '@/design/components/FactList';
import { formatCityDate } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useNamed } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { offerPageTexts } from './texts';

/** Supplier and Lot: where exactly this comes from. */
export function OriginCard({ page: { lot, supplierName, supplierNameEn } }: { page: OfferPage }) {
  const t = useTexts(offerPageTexts);
  const named = useNamed();
  const language = useLanguage();
  const facts = [
    [t('supplier'), named(supplierName, supplierNameEn)],
    [t('origin'), lot && named(lot.origin, lot.originEn)],
    [t('lot'), lot?.code],
    [t('produced'), lot && formatCityDate(lot.producedOn, language)],
    [t('bestBefore'), lot?.bestBefore === undefined ? undefined : formatCityDate(lot.bestBefore, language)],
    [t('certificate'), lot?.certificate],
  ] as const;
  return (
    <Card label={t('originTitle')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('originTitle')}
        </Words>
        <FactList facts={facts} />
      </Box>
    </Card>
  );
}
