//! The smaller picture of a picture, and the few colours that stand in its place until it comes.
//!
//! One picture is decoded at a time ([`Easel`]), and none that would take more than
//! [`DECODE_BYTES_MAX`]: whatever is sent, so much memory and no more.

use std::fs::File;
use std::io::{BufReader, Cursor};
use std::sync::{Mutex, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use shared::file::FileKind;

/// Memory for one picture that is decoded. A photograph of 48 megapixels takes 144 MiB.
pub const DECODE_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Pixels of a thumbnail's longer side: twice what a message shows, for screens of that density.
pub const THUMBNAIL_SIDE: u32 = 840;

/// JPEG's scale. Below it, skies show bands.
const QUALITY: u8 = 80;

/// Columns and rows of a placeholder.
const COLUMNS: u32 = 4;
const ROWS: u32 = 3;

/// Where pictures are decoded, one after another.
#[derive(Debug, Default)]
pub(crate) struct Easel(Mutex<()>);

/// What was drawn.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// As in `shared::file::ImageInfo`.
    pub(crate) placeholder: String,
    /// None for a picture that is small itself.
    pub(crate) thumbnail: Option<Thumbnail>,
}

/// A smaller picture, encoded.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Thumbnail {
    pub(crate) kind: FileKind,
    pub(crate) bytes: Vec<u8>,
}

impl Easel {
    /// Draws a picture that was looked at. None: it would take too much memory, or its pixels
    /// cannot be read; a browser may still show it.
    pub(crate) fn draw(&self, kind: FileKind, file: &File, decode_bytes: u64) -> Option<Drawn> {
        let format = match kind {
            FileKind::Png => ImageFormat::Png,
            FileKind::Jpeg => ImageFormat::Jpeg,
            FileKind::Gif => ImageFormat::Gif,
            FileKind::Webp => ImageFormat::WebP,
            FileKind::Mp4
            | FileKind::QuickTime
            | FileKind::Webm
            | FileKind::M4a
            | FileKind::Mp3
            | FileKind::Ogg
            | FileKind::Wav
            | FileKind::Pdf
            | FileKind::Text
            | FileKind::Other => return None,
        };
        // The decoder of JPEG holds the file as well.
        let length = file.metadata().ok()?.len();
        if decode_bytes.saturating_add(length) > DECODE_BYTES_MAX {
            return None;
        }
        let _alone = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut limits = Limits::default();
        limits.max_alloc = Some(DECODE_BYTES_MAX);
        let mut reader = ImageReader::with_format(BufReader::new(file), format);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().ok()?;
        let orientation = decoder.orientation().ok()?;
        let mut image = DynamicImage::from_decoder(decoder).ok()?;
        let is_large = image.width().max(image.height()) > THUMBNAIL_SIDE;
        if is_large {
            image = image.thumbnail(THUMBNAIL_SIDE, THUMBNAIL_SIDE);
        }
        image.apply_orientation(orientation);
        let thumbnail = if is_large {
            Some(encode(&image)?)
        } else {
            None
        };
        Some(Drawn {
            placeholder: placeholder(&image),
            thumbnail,
        })
    }
}

fn encode(image: &DynamicImage) -> Option<Thumbnail> {
    let mut bytes = Vec::new();
    let kind = if image.color().has_alpha() {
        let image = DynamicImage::from(image.to_rgba8());
        image
            .write_to(Cursor::new(&mut bytes), ImageFormat::Png)
            .ok()?;
        FileKind::Png
    } else {
        let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
        DynamicImage::from(image.to_rgb8())
            .write_with_encoder(encoder)
            .ok()?;
        FileKind::Jpeg
    };
    Some(Thumbnail { kind, bytes })
}

/// The mean colour of each field, on middle grey where the picture is transparent.
fn placeholder(image: &DynamicImage) -> String {
    let fields = image
        .resize_exact(COLUMNS, ROWS, FilterType::Triangle)
        .to_rgba8();
    fields
        .pixels()
        .flat_map(|pixel| {
            let [r, g, b, alpha] = pixel.0.map(u32::from);
            [r, g, b].map(move |colour| (colour * alpha + 0x80 * (255 - alpha)) / 255)
        })
        // To the nearest of sixteen.
        .filter_map(|colour| char::from_digit((colour + 8).min(255) / 17, 16))
        .collect()
}
