/** A mainland mobile number in groups: `138 0013 8000`. */
export const formatPhone = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
