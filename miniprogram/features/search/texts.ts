import { defineTexts } from '@/i18n/texts';

export const searchTexts = defineTexts({
  zh: {
    title: '搜索',
    placeholder: '商品名、拼音或首字母',
    history: '最近搜过',
    clearHistory: '清除记录',
    suggestions: '您想找的是',
    results: '“{q}”的结果',
    nothing: '没有找到“{q}”',
    nothingDetail: '换个说法试试，比如“xg”也能找到西瓜',
    go: '搜索',
    start: '想吃点什么？',
    startDetail: '输入中文、拼音或首字母，比如 caomei、cm',
  },
  en: {
    title: 'Search',
    placeholder: 'Name, pinyin or initials',
    history: 'Searched lately',
    clearHistory: 'Clear history',
    suggestions: 'Did you mean',
    results: 'Results for “{q}”',
    nothing: 'Nothing found for “{q}”',
    nothingDetail: 'Try other words: “xg” finds xigua, the watermelon',
    go: 'Search',
    start: 'What would you like to eat?',
    startDetail: 'Type Chinese, English, pinyin or initials, such as caomei or cm',
  },
});
