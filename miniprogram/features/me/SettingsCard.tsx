import { useSession } from '@/client/session';
import { Card } from '@/design/components/Card';
import { Switch } from '@/design/components/Switch';
import { Tabs } from '@/design/components/Tabs';
import { useThemeStore } from '@/design/theme';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguageStore, type Language } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { meTexts } from './texts';
import { useUpdateMe } from './useAccountActions';

/** Languages are named in themselves. */
const languages: readonly { value: Language; text: string }[] = [
  { value: 'zh-CN', text: String.fromCodePoint(0x4e2d, 0x6587) },
  { value: 'en', text: 'English' },
];

/** Language and type size: kept on this device, and with the account when there is one. */
export function SettingsCard() {
  const t = useTexts(meTexts);
  const session = useSession();
  const update = useUpdateMe();
  const { language, setLanguage } = useLanguageStore();
  const { large, setLarge } = useThemeStore();
  return (
    <Card flush label={t('settings')}>
      <Box className="me-language">
        <Words>{t('language')}</Words>
        <Tabs
          label={t('language')}
          value={language}
          tabs={languages}
          onChange={(chosen) => {
            setLanguage(chosen);
            if (session) update.mutate({ language: chosen });
          }}
        />
      </Box>
      <Switch
        label={t('largeType')}
        detail={t('largeTypeDetail')}
        on={large}
        onChange={(on) => {
          setLarge(on);
          if (session) update.mutate({ largeType: on });
        }}
      />
    </Card>
  );
}
