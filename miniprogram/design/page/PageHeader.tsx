import Taro from '@tarojs/taro';
import { useEffect, type ReactNode } from 'react';
import { type TabPage } from '@/platform/routes';
import { Box } from '../primitives/Box';

type PageHeaderProps = { title: string; tab?: TabPage | undefined; head?: ReactNode; action?: ReactNode };

/** The platform draws the title and the way back itself. */
export function PageHeader({ title, head, action }: PageHeaderProps) {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <>
      {head}
      {action !== undefined && <Box className="lt-header__action">{action}</Box>}
    </>
  );
}
