/** A number in groups: `138 0013 8000`, `+852 9123 4567`, `+886 912 345 678`; landlines as they are kept, `010-65551234-801`. */
export const formatPhone = (phone: string): string =>
  phone
    .replace(/^(1\d{2})(\d{4})(\d{4})(?=$|-)/, '$1 $2 $3')
    .replace(/^(\+85[23])(\d{4})(\d{4})(?=$|-)/, '$1 $2 $3')
    .replace(/^(\+886)(\d{2,3})(\d{3})(\d{3})(?=$|-)/, '$1 $2 $3 $4');
