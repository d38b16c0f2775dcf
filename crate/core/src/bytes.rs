//! Writes numbers and texts in few bytes, and reads them.

/// Writes numbers in groups of seven bits, the lowest first (LEB128), and each text after its length.
#[derive(Debug, Default)]
pub(crate) struct Writer(pub Vec<u8>);

impl Writer {
    pub fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// Times are after 1970, except damaged ones, which take ten bytes.
    pub fn time(&mut self, time: i64) {
        self.number(time.cast_unsigned());
    }

    pub fn time_or_none(&mut self, time: Option<i64>) {
        self.byte(u8::from(time.is_some()));
        time.into_iter().for_each(|time| self.time(time));
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend(bytes);
    }
}

/// Reads what [`Writer`] wrote; `None` for anything else.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    pub fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub fn time(&mut self) -> Option<i64> {
        self.number().map(u64::cast_signed)
    }

    pub fn time_or_none(&mut self) -> Option<Option<i64>> {
        Some(if self.byte()? == 0 { None } else { Some(self.time()?) })
    }

    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }
}
