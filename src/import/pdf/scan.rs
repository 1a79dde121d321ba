//! Pages that are pictures: known as such, and taken out to be read by other means.

use pdf_oxide::extractors::images::ImageData;
use pdf_oxide::{PdfDocument, PdfImageHandle};

use super::super::{Inner, Parsed, guard};
use super::words::Word;

/// Pictures smaller than this, in pixels either way, hold no page of words.
const SMALLEST: u32 = 300;
/// A page's picture with more pixels is not taken out.
const MOST_PIXELS: u64 = 120_000_000;
/// A page may be made of so many pictures, one below the other.
const MOST: usize = 64;
/// How many pages are looked at for pictures where there are many without words.
const LOOKED_AT: usize = 200;

/// The pages that show a picture and have no words.
pub(super) fn pages_without_words(document: &PdfDocument, pages: &[Vec<Word>]) -> Vec<usize> {
    let empty = pages.iter().enumerate().filter(|(_, words)| words.is_empty());
    let shows = |page: &usize| guard::run(|| !large(document, *page).is_empty()).unwrap_or_default();
    empty.map(|(page, _)| page).take(LOOKED_AT).filter(shows).collect()
}

/// The pictures of a page that may hold words, from the top down.
fn large(document: &PdfDocument, page: usize) -> Vec<PdfImageHandle<'_>> {
    let mut handles = document.page_image_handles(page).unwrap_or_default();
    handles.retain(|image| {
        let (width, height) = (u64::from(image.width), u64::from(image.height));
        // A page cut into strips has low ones.
        image.width >= SMALLEST && image.height >= SMALLEST / 10 && width * height <= MOST_PIXELS
    });
    let total: u32 = handles.iter().map(|image| image.height).fold(0, u32::saturating_add);
    if total < SMALLEST {
        handles.clear();
    }
    handles.sort_by(|a, b| b.bbox.y.total_cmp(&a.bbox.y));
    handles.truncate(MOST);
    handles
}

/// The pictures of page `page` of a PDF as files of their own, as `inner`; none where they cannot be taken out.
pub(in crate::import) fn pictures_of_page(bytes: &[u8], page: usize) -> Parsed {
    let mut parsed = Parsed { wrapper: true, ..Parsed::default() };
    let Some(document) = super::open(bytes).filter(PdfDocument::is_authenticated) else { return parsed };
    for image in large(&document, page) {
        let Ok(image) = image.decode() else { continue };
        let taken = match image.data() {
            ImageData::Jpeg(jpeg) => Some((jpeg.clone(), "jpg")),
            ImageData::Raw { .. } => image.to_png_bytes().ok().map(|png| (png, "png")),
        };
        if let Some((bytes, ending)) = taken {
            let name = format!("{}.{ending}", parsed.inner.len() + 1);
            parsed.inner.push(Inner { name, bytes, ..Inner::default() });
        }
    }
    parsed
}
