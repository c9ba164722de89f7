import { SkeletonRows } from '@/design/components/Skeleton';
import { designTexts } from '@/design/designTexts';
import { Page } from '@/design/page/Page';
import { useTexts } from '@/i18n/texts';

export default function MePage() {
  const t = useTexts(designTexts);
  return (
    <Page title={t('tabMe')} tab="me">
      <SkeletonRows />
    </Page>
  );
}
