import { defineTexts } from '@/i18n/texts';

export const supplierTexts = defineTexts({
  zh: {
    title: '供应商',
    add: '新增供应商',
    edit: '修改供应商',
    search: '搜供应商名称、联系人或电话',
    name: '名称',
    nameEn: '英文名称',
    contact: '联系人',
    phone: '电话',
    licence: '食品经营许可证号',
    none: '没有找到供应商',
    noneDetail: '新增一个，规格才能选供应商',
    saved: '供应商已保存',
    noContact: '没有联系方式',
  },
  en: {
    title: 'Suppliers',
    add: 'New supplier',
    edit: 'Change supplier',
    search: 'Search by name, contact or phone',
    name: 'Name',
    nameEn: 'Name in English',
    contact: 'Contact',
    phone: 'Phone',
    licence: 'Food licence number',
    none: 'No supplier found',
    noneDetail: 'Add one, so that packs can name it',
    saved: 'Supplier saved',
    noContact: 'No contact known',
  },
});
