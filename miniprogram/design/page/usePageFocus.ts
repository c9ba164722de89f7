import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, type RefObject } from 'react';
import { isWithinReach } from '../primitives/focus';

type Title = RefObject<HTMLElement | null>;

/** The app's first page leaves the focus to the browser: nobody came to it from another one. */
let underWay = false;

const pageOf = (title: Title): Element | undefined => title.current?.closest('.taro_page') ?? undefined;

/** The focus is in the page, or in a dialog above it: no reason to take it away from there. */
const isAtHome = (page: Element): boolean => {
  const focused = document.activeElement;
  return page.contains(focused) || Boolean(focused?.closest('[role="dialog"]'));
};

const giveFocus = (target: HTMLElement | null | undefined): boolean => {
  target?.focus({ preventScroll: true });
  return Boolean(target) && document.activeElement === target;
};

/** A page that comes back is seen only once the page above it is gone from the document. */
const mostFrames = 60;
const onceSeen = (page: Element, then: () => void, frames = mostFrames): void => {
  if (page.hasAttribute('inert') || frames === 0) return;
  if (isWithinReach(page)) then();
  else requestAnimationFrame(() => onceSeen(page, then, frames - 1));
};

/** What led away. The way to another main page does not count: who comes back came by such a way, too. */
const openerIn = (page: Element): HTMLElement | undefined => {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !page.contains(focused)) return undefined;
  return focused.closest('.lt-tab-bar') ? undefined : focused;
};

/** Taro's mark of a page that is shown: taken off when it is left by Back, while the page is still to slide out. */
const shownMark = 'taro_page_show';
const whenLeftByBack = (page: Element, then: () => void): (() => void) => {
  const marks = new MutationObserver((changes) => {
    const was = changes.some(({ oldValue }) => oldValue?.split(' ').includes(shownMark));
    if (was && !page.classList.contains(shownMark)) then();
  });
  marks.observe(page, { attributeFilter: ['class'], attributeOldValue: true });
  return () => marks.disconnect();
};

/**
 * Brings the focus to a page's title when the page opens, and back to what led away when it is shown again. A page that waits
 * below another one, or slides out, takes neither focus nor keys nor taps.
 */
export function usePageFocus(title: Title): void {
  const opener = useRef<HTMLElement | undefined>(undefined);
  useEffect(() => {
    const page = pageOf(title);
    if (underWay && page && isWithinReach(page) && !isAtHome(page)) giveFocus(title.current);
    return () => {
      underWay = true;
    };
  }, [title]);
  useEffect(() => {
    const page = pageOf(title);
    return page && whenLeftByBack(page, () => page.setAttribute('inert', ''));
  }, [title]);
  useDidShow(() => {
    const page = pageOf(title);
    page?.removeAttribute('inert');
    if (!underWay || !page) return;
    onceSeen(page, () => {
      if (isAtHome(page)) return;
      if (!giveFocus(opener.current)) giveFocus(title.current);
    });
  });
  useDidHide(() => {
    // It may be the browser that went out of sight, with the page in it.
    if (document.visibilityState === 'hidden') return;
    underWay = true;
    const page = pageOf(title);
    if (!page) return;
    opener.current = openerIn(page);
    page.setAttribute('inert', '');
  });
}
