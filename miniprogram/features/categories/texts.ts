import { defineTexts } from '@/i18n/texts';

export const categoryTexts = defineTexts({
  zh: {
    title: '商品分类',
    detail: '首页按这个顺序显示',
    add: '新增分类',
    edit: '修改分类',
    name: '名称',
    hidden: '对邻居隐藏',
    hiddenTag: '已隐藏',
    earlier: '{name} 往前移',
    later: '{name} 往后移',
    change: '修改 {name}',
    none: '还没有分类',
    noneDetail: '加一个分类，商品才有地方放',
    saved: '分类已保存',
  },
  en: {
    title: 'Categories',
    detail: 'Shoppers see them in this order',
    add: 'New category',
    edit: 'Change category',
    name: 'Name',
    hidden: 'Hide from shoppers',
    hiddenTag: 'Hidden',
    earlier: 'Move {name} up',
    later: 'Move {name} down',
    change: 'Change {name}',
    none: 'No category yet',
    noneDetail: 'Add one, so that products have a place',
    saved: 'Category saved',
  },
});
